"""Samen: runs a civic-integration coaching programme."""
