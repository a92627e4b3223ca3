"""From answers to the summary: one builder per section, in the order of the sheet."""
