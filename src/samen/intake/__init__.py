"""What the conversation yields: availability, interests, wishes, decision."""
