"""Amounts and terms of the law, each from a day on, with its source."""
