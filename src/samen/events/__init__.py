"""Dated gatherings: for now the information sessions."""
