"""Facts, pure rules and the alerts that follow from them."""
