"""What the site costs: ratios, query counts and CPU, printed and never judged. `make bench`.

Runs on an SQLite file of its own with the sample content. CPU is that of this process
(`time.process_time`), the median of several rounds in turn, so that a busy machine moves
both sides of a ratio alike.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import django

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, REQUESTS = 7, 15
TODAY = "2026-11-24"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def cpu_ms(work: Callable[[], object], times: int) -> float:
    """CPU milliseconds of one call."""
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times * 1000


def in_turn(a: Callable[[], object], b: Callable[[], object], times: int) -> tuple[float, float]:
    """The medians of both, measured A B A B."""
    pairs = [(cpu_ms(a, times), cpu_ms(b, times)) for _ in range(ROUNDS)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def set_up_seconds() -> None:
    """`manage.py demo` from an empty database, and again, as whole processes."""
    command = [sys.executable, "manage.py", "demo", "--port", "8199", "--no-serve"]
    for name in ("from nothing", "second start"):
        begun = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ)  # noqa: S603
        say(f"demo, {name}: {time.perf_counter() - begun:.1f} s (packages installed)")


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tourism.settings.base",
            "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
            "TOURISM_TODAY": TODAY,
        }
        set_up_seconds()
        django.setup()
        measures = import_module("tests.benchmarks.measures")  # Its models need Django set up.
        measures.pages(in_turn, REQUESTS, say)
        measures.queries(say)
        import_module("tests.benchmarks.feeds").measure(in_turn, say)
        import_module("tests.benchmarks.dates").measure(say)
        import_module("tests.benchmarks.life").measure(say)


if __name__ == "__main__":
    main()
