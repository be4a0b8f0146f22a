"""Staff users and how they sign in."""
