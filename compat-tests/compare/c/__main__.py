"""Runs the C programs of this folder on the stock library and on ours; see programs.py."""

import sys

from compare.c.programs import main

if __name__ == "__main__":
    sys.exit(main())
