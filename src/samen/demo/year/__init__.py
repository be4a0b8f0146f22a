"""A year in a minute: an initiative lives day by day, through the actions that everybody uses."""
