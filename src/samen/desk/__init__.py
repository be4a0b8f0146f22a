"""What a coordinator sees first: today."""
