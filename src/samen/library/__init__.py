"""Activity ideas, question cards, tips for coaches and places in the neighbourhood."""
