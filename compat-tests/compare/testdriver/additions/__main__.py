"""Runs one program of this package: `python3 -m compare.testdriver.additions NAME FOLDER`."""

import importlib
import pathlib
import sys

from compare.testdriver import additions

additions.FOLDER = pathlib.Path(sys.argv[2])
importlib.import_module(f"compare.testdriver.additions.{sys.argv[1]}").main(sys.argv[2])
