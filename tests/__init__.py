"""Tests of Ruggespraak, read as use."""
