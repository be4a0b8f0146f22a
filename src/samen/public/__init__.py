"""The pages of an initiative that anybody may read, and registration."""
