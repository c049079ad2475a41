"""vanthu on the command line."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from service.cli import console
from service.cli.parser import build

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    0: done; 1: a document was not made because of its data, or a template has errors; 2: wrong
    usage or settings, or files that cannot be read or written; 130: Ctrl+C.
    """
    console.use_utf8()
    # Stopped by the system, a batch cleans up as when a person stops it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        options = build().parse_args(arguments)
        # Imported here: it loads the Word and schema libraries, for which help need not wait.
        from service.cli import commands

        return commands.run(options)
    except SystemExit as stop:  # argparse has printed the help or what is wrong
        return int(stop.code or 0)
    except KeyboardInterrupt:
        console.complain("\nĐã dừng theo yêu cầu; không ghi tệp dở dang nào.")
        return INTERRUPTED
