"""What can be picked: one file per list, with evidence and sources; no Django."""
