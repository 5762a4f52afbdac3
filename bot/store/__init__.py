"""The store room: what the house remembers, in memory or in an SQLite file."""
