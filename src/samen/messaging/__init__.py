"""Texts in every language, the outbox, and how messages leave."""
