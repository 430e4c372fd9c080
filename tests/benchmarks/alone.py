"""Run one measurement in a process of its own: `python -m tests.benchmarks.alone search`."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(f"tests.benchmarks.{sys.argv[1]}").main()
