"""The tenant, its staff and what they may do."""
