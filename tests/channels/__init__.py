"""Tests of the channels and of the doubles they are tested against."""
