"""The desk pages that compose several apps."""
