"""PDF and calendar files."""
