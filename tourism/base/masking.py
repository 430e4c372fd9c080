"""Keep secret addresses out of the log: whoever can read it should not be able to use them."""

import logging
import re
from typing import Any

SECRET = re.compile(r"(/(?:feeds|plan|operators/enter)/)[^/\s?\"']{16,}")


class Masked(logging.Filter):
    """Writes `/en/feeds/***` for the address of a private feed, a trip or a link to sign in."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = masked(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(masked(arg) for arg in record.args)
        return True


def masked(value: Any) -> Any:
    """A text without its secrets; anything else as it is."""
    return SECRET.sub(r"\1***", value) if isinstance(value, str) else value
