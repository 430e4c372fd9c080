"""The sites that a note on sources names. The note itself is the office's, in any language."""

import re
from typing import NamedTuple

HOST = re.compile(r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|id|org|net|info|edu)\b", re.I)


class Site(NamedTuple):
    """One site: its name and the address of its front."""

    name: str
    address: str


def sites_in(text: str) -> list[Site]:
    """The sites in the order in which they are first named."""
    names = dict.fromkeys(name.lower() for name in HOST.findall(text))
    return [Site(name, f"https://{name}") for name in names]
