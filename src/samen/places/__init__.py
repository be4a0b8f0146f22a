"""Postal codes, their centres and the distance between them."""
