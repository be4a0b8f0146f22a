"""Settings, addresses, start-up checks, the samen command and the tick."""
