"""A statistical tagger of names: a small net over characters, and a chain of labels for each type."""
