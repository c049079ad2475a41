"""python -m service: the same as `vanthu`."""

import sys

from service.cli import main

if __name__ == "__main__":  # worker processes import this module too
    sys.exit(main())
