"""Tests of what an operator gets: the image, the unit, the environment and the manual."""
