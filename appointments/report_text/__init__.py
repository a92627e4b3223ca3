"""Reading lab results out of text that was copied from a report; nothing here keeps anything."""
