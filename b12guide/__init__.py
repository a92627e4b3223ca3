"""The wiring: settings, addresses, headers. No medicine, no prose."""
