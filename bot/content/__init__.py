"""The content room: what authors write, read and checked and turned into the types of the core."""
