"""Bringing in a coordinator's spreadsheet: recognise, preview, import, undo."""
