#!/bin/sh
# Runs the C programs of this directory on the stock library and on ours; see README.md and run.py.
exec python3 "$(dirname "$0")/run.py" "$@"
