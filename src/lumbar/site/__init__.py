"""The site: the journal's tables, the pages and the way in for the player, on Django."""
