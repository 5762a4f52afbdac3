"""Ruggespraak: a scripted, private reflection assistant for school leaders and boards."""

__version__ = "0.1.0"
