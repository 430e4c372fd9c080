"""Fetch a calendar from an address that somebody typed, and from nowhere else.

Only http and https, only public addresses (when the name is resolved, and again when the
connection stands and nothing is sent yet), no redirect, a limit of size and of time for the whole.
"""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Timer
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from festivals.dates.reading import gettext_noop
from festivals.imports.rows import MOST_BYTES, FileRefused

SECONDS = 10  # For the connection and for each read.
SECONDS_IN_ALL = 60
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def fetch(address: str) -> bytes:
    """The content of an address. Raises `FileRefused` with what to give instead."""
    refuse_private(host_of(address))
    deadline = monotonic() + SECONDS_IN_ALL
    try:
        with (
            public_session() as session,
            session.get(
                address.strip(), stream=True, timeout=SECONDS, allow_redirects=False
            ) as answer,
        ):
            if answer.status_code != 200:
                raise FileRefused(
                    gettext_noop("The address answers with %(status)s. Give the file itself."),
                    status=answer.status_code,
                )
            return limited(answer, deadline)
    except requests.RequestException as error:
        raise silent() from error


def host_of(address: str) -> str:
    """The host of a web address."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme in ("https", "http") and parts.hostname:
            return parts.hostname
    except ValueError:
        pass
    raise FileRefused(gettext_noop("Give an address that begins with https://."))


def silent() -> FileRefused:
    return FileRefused(gettext_noop("The address does not answer. Look at it, or send the file."))


def refuse_private(host: str) -> None:
    """Refuse a name that leads into a network of its own, ours among them."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, ValueError) as error:
        raise silent() from error
    for entry in found:
        refuse_address(str(entry[4][0]))


def refuse_address(text: str) -> None:
    if not is_public(ipaddress.ip_address(text.split("%")[0])):
        raise FileRefused(
            gettext_noop("The address lies in a private network. Send the file instead.")
        )


def is_public(address: Address) -> bool:
    """Whether an address is one host of the public net, also the one it carries inside."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
        if address.sixtofour:
            return is_public(address.sixtofour)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def refuse_peer(sock: socket.socket) -> None:
    """The same for whom we are really talking to: a name may resolve anew between two looks."""
    try:
        refuse_address(str(sock.getpeername()[0]))
    except BaseException:
        sock.close()
        raise


class PublicConnection(HTTPConnection):
    """A connection that looks whom it reached before it says anything, and ends in time.

    `ended` is closed when the fetch is over, and the clock of the connection with it.
    """

    def __init__(self, *args: Any, ended: ExitStack, **named: Any) -> None:
        super().__init__(*args, **named)
        self.ended = ended

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        refuse_peer(sock)
        self.ended.enter_context(ending_in_time(sock))
        return sock


class PublicSecureConnection(PublicConnection, HTTPSConnection):
    """The same over TLS."""


@contextmanager
def ending_in_time(sock: socket.socket) -> Iterator[None]:
    """End a connection when its time is over, however slowly the other side drips."""
    with sock.dup() as same:  # TLS takes the first socket over.
        timer = Timer(SECONDS_IN_ALL, shut, [same])
        timer.daemon = True
        timer.start()
        yield
        timer.cancel()
        timer.join()


def shut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


class PublicPool(HTTPConnectionPool):
    ConnectionCls = PublicConnection


class PublicSecurePool(HTTPSConnectionPool):
    ConnectionCls = PublicSecureConnection


class PublicAdapter(HTTPAdapter):
    """Has requests use the connections above."""

    def init_poolmanager(self, *args: Any, **named: Any) -> None:
        super().init_poolmanager(*args, **named)
        self.poolmanager.pool_classes_by_scheme = {"http": PublicPool, "https": PublicSecurePool}
        self.ended = ExitStack()

    def get_connection_with_tls_context(self, *args: Any, **named: Any) -> HTTPConnectionPool:
        pool = super().get_connection_with_tls_context(*args, **named)
        pool.conn_kw["ended"] = self.ended
        return pool

    def close(self) -> None:
        super().close()
        self.ended.close()


def public_session() -> requests.Session:
    """A session for the public net: no proxy and no password out of the environment."""
    session = requests.Session()
    session.trust_env = False
    session.mount("http://", PublicAdapter())
    session.mount("https://", PublicAdapter())
    return session


def limited(answer: requests.Response, deadline: float) -> bytes:
    """The body, as far as it may go."""
    found = b""
    for piece in answer.iter_content(65_536):
        found += piece
        if len(found) > MOST_BYTES:
            raise FileRefused(
                gettext_noop("The file has more than %(most)s MB."), most=MOST_BYTES // 1_000_000
            )
        if monotonic() > deadline:
            raise silent()
    if monotonic() > deadline:  # The connection was ended: the body is not whole.
        raise silent()
    return found
