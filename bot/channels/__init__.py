"""Doors to people: they translate in, translate out, and decide nothing."""
