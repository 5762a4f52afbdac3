"""How fast the house is, beside the limit of the disk and beside peers, measured in one run."""
