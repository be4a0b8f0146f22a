"""What a person may ask about their own data: to be erased. Knows the data of every app."""
