"""Exchange sessions: who talks with whom about what, and how; groups, the evening itself and what was learnt."""
