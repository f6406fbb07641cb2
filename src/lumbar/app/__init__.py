"""The uses: what a person asks for, joined from the rooms below; clock and storage come in from outside."""
