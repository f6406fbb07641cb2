"""What an exercise asks of the low back of one person: a key pose, a body and a load become a moment, range and band.

Statics only, and the net moment only: what muscles add against each other is not in it. Never a statement about
harm or safety; docs/reference/load.md says what the numbers can bear.
"""
