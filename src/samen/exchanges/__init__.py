"""Exchange sessions: about what, how and with whom; groups, the evening itself and what was learnt."""
