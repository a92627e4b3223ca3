"""Prints the processor time of the first PDF in a new process, in milliseconds.

python -m benchmarks.first_pdf
"""

from __future__ import annotations

import os
import sys
from time import process_time

import django

from benchmarks.contenders import Sheet

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")
    django.setup()
    sheet = Sheet("reference")
    start = process_time()
    sheet.ours()
    sys.stdout.write(f"{(process_time() - start) * 1000}\n")
