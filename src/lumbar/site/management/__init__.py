"""Commands of the site for Django's own runner."""
