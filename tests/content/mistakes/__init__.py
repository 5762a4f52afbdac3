"""Mistakes that authors of dialogues make: each a small edit of a good script, with what they hear of it."""
