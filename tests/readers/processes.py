"""Readers in other languages: one process for many files.

A script gets a JSON list on standard input, one file an entry, in Base64 so that no byte is
touched on the way. It writes one line of JSON a file: `{"error": "why"}`, or `{"name": ...,
"shown_name": ..., "events": [...]}` whose events have the fields of `Read`. Times are ISO
8601: a day, an instant that ends in Z, or a time without either where no zone was found.
"""

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.readers.reading import Answer, Read, ReadCalendar, Unreadable, calendar_read

HERE = Path(__file__).resolve().parent
SECONDS = 300  # Far more than a run takes: a process that hangs must not hang the tests.


def read_through(command: Sequence[str], raws: Sequence[bytes]) -> list[Answer]:
    """What the script of a command makes of each file."""
    done = subprocess.run(
        command,
        input=json.dumps([b64encode(raw).decode("ascii") for raw in raws]).encode("ascii"),
        capture_output=True,
        check=False,
        timeout=SECONDS,
        env=os.environ | {"TZ": "UTC"},  # Else a time without a zone hangs on the machine.
    )
    lines = done.stdout.splitlines()  # Of bytes: of a string it would also part at U+2028.
    if done.returncode or len(lines) != len(raws):
        trouble = done.stderr.decode("utf-8", "replace").strip()[-1000:]
        raise RuntimeError(f"{command[0]} answered {len(lines)} of {len(raws)} files. {trouble}")
    return [answer_of(json.loads(line)) for line in lines]


def answer_of(line: dict[str, Any]) -> Answer:
    if "error" in line:
        return Unreadable(line["error"])
    events = [event_of(event) for event in line["events"]]
    return calendar_read(events, name=line["name"], shown_name=line["shown_name"])


def event_of(said: dict[str, Any]) -> Read:
    return Read(
        **said
        | {
            "uid": said["uid"] or "",
            "start": moment_of(said["start"]),
            "end": moment_of(said["end"]),
            "categories": tuple(said["categories"]),
            "geo": tuple(said["geo"]) if said["geo"] else None,
        }
    )


def moment_of(text: str | None) -> date | None:
    """A day or a time; one that ends in Z is aware, one without is not."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def only(answers: list[Answer]) -> ReadCalendar:
    """The one answer to one file, or its refusal as an exception."""
    (answer,) = answers
    if isinstance(answer, Unreadable):
        raise answer
    return answer
