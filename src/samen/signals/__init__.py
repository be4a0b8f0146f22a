"""Worries and signals: what is heard, who follows it up, what is done; and whom to refer to."""
