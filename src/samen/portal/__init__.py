"""What a participant sees: their duo, we met, call me. Composes, never decides."""
