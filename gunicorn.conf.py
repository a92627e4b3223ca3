"""How gunicorn serves B12 Guide; it finds this file by itself when it is started in this folder.

Addresses and numbers of processes may be given on its command line.
"""

import os
import resource
from typing import Any

from b12guide import settings

# For the logger, which is there before the application.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")

# A process that crashes leaves no copy of its memory, which holds the keys and somebody's answers.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

wsgi_app = "b12guide.wsgi"

# One process serves all pages: each page takes a few milliseconds, and what takes long is done by
# the PDF workers, which every such process has of its own.
workers = 1
worker_class = "b12guide.slow_clients.Worker"
# As many may wait for a sheet, drawn or read, as there are places; eight serve pages meanwhile.
threads = settings.PDF_PLACES + settings.UPLOAD_PLACES + 8

# A thread that works does not stop the heartbeat: silence means that the process hangs.
timeout = 30
# Longer than the longest sheet may take, twice.
graceful_timeout = 30
keepalive = 5
# The heartbeat's file: a slow disk is not a hanging process.
worker_tmp_dir = "/dev/shm"  # noqa: S108 (gunicorn makes a file of its own in it)

# The longest address of ours has some 100 signs; two sealed cookies take 7.2 kB of one header.
limit_request_line = 1024
limit_request_fields = 60
limit_request_field_size = 8190

# A header "Script_Name" would otherwise be taken for the server's own word, and end in a 500.
forwarder_headers = ""
header_map = "drop"

# Requests are logged by us if at all (REQUEST_LOG), without address and query.
accesslog = None
logger_class = "b12guide.logs.ServerLogger"
# A way to command the server while it runs, which nobody here needs.
control_socket_disable = True


def post_worker_init(_worker: Any) -> None:
    """Start the PDF workers, so that the first sheet takes no longer than any other."""
    from appointments.pdf import drawing  # noqa: PLC0415 (Django is ready only now)

    drawing.running()


def worker_exit(_server: Any, _worker: Any) -> None:
    """End the PDF workers; every request is finished by now."""
    from appointments.pdf import drawing  # noqa: PLC0415 (the master process never loads it)

    drawing.stop()
