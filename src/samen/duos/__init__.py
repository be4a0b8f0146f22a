"""The duo's agreement, meetings and pauses."""
