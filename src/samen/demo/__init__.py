"""The demo initiative."""
