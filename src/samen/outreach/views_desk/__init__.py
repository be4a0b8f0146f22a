"""The desk's pages about finding people: intermediaries, their kinds, and links."""
