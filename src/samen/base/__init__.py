"""What every app stands on: scoping, audit, clock, errors, spreadsheets, interface parts."""
