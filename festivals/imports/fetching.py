"""Fetch a calendar from an address that somebody typed, and from nowhere else.

Only http and https, only public addresses (also after the name is resolved and the connection
stands), no redirect, a limit of time and of size.
"""

import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

import requests

from festivals.dates.reading import gettext_noop
from festivals.imports.rows import FileRefused
from festivals.imports.sheets import MOST_BYTES

SECONDS = 10


def fetch(address: str) -> bytes:
    """The content of an address. Raises `FileRefused` with what to give instead."""
    parts = urlsplit(address.strip())
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise FileRefused(gettext_noop("Give an address that begins with https://."))
    refuse_private(parts.hostname)
    try:
        with requests.get(
            address.strip(), stream=True, timeout=SECONDS, allow_redirects=False
        ) as answer:
            refuse_peer(answer)
            if answer.status_code != 200:
                raise FileRefused(
                    gettext_noop("The address answers with %(status)s. Give the file itself."),
                    status=answer.status_code,
                )
            return limited(answer)
    except requests.RequestException as error:
        raise FileRefused(
            gettext_noop("The address does not answer. Look at it, or send the file.")
        ) from error


def refuse_private(host: str) -> None:
    """Refuse a name that leads into a network of its own, ours among them."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError) as error:
        raise FileRefused(
            gettext_noop("The address does not answer. Look at it, or send the file.")
        ) from error
    for entry in found:
        refuse_address(str(entry[4][0]))


def refuse_address(text: str) -> None:
    if not ipaddress.ip_address(text.split("%")[0]).is_global:
        raise FileRefused(
            gettext_noop("The address lies in a private network. Send the file instead.")
        )


def refuse_peer(answer: Any) -> None:
    """The same for whom we are really talking to: a name may resolve anew between two looks."""
    connection = getattr(answer.raw, "_connection", None) or getattr(answer.raw, "connection", None)
    peer = getattr(connection, "sock", None)
    if peer is not None:
        refuse_address(str(peer.getpeername()[0]))


def limited(answer: Any) -> bytes:
    """The body, as far as it may go."""
    found = b""
    for piece in answer.iter_content(65_536):
        found += piece
        if len(found) > MOST_BYTES:
            raise FileRefused(
                gettext_noop("The file has more than %(most)s MB."), most=MOST_BYTES // 1_000_000
            )
    return found
