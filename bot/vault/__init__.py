"""The vault: what a person wrote rests here only sealed, under a key of their own that can be thrown away."""
