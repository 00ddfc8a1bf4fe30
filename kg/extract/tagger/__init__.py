"""A statistical tagger of names: a linear chain over characters for each type, taught on marked rows."""
