"""The fonts and stylesheets of the printed sheet: data, and the script that made the fonts."""
