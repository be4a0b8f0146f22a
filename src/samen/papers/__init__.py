"""What must be in order before somebody is a coach: the benefit duty, and the organisation note."""
