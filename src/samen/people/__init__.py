"""Persons and their participation as newcomer or coach."""
