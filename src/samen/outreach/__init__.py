"""Finding people: intermediaries, referrals, public registration, posters and flyers."""
