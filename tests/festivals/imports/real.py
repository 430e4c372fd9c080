"""A calendar that an office really sent, and what its rows mean."""

import json
from pathlib import Path

HERE = Path(__file__).parent
BOOK = (HERE / "kalender-2019.xlsx").read_bytes()
EXPECTED = json.loads((HERE / "kalender-2019.expected.json").read_text(encoding="utf-8"))
ENTERED = ("new", "same", "changed")
