"""Fetching a calendar from an address: only from the public net, and not for ever."""

import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from festivals.imports import fetching
from festivals.imports.rows import FileRefused

REFUSE_ADDRESS = fetching.refuse_address


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/k.ics",
        "http://localhost:8000/k.ics",
        "http://[::1]/k.ics",
        "http://10.0.0.7/k.ics",
        "http://192.168.1.1/k.ics",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::808:808]/",
        "http://[2002:7f00:1::]/",
        "http://[::7f00:1]/",
        "http://[fec0::1]/",
        "http://[ff0e::1]/",
        "http://224.0.0.1/",
    ],
)
def test_an_address_in_a_private_network_is_refused(address):
    with pytest.raises(FileRefused, match="lies in a private network"):
        fetching.fetch(address)


@pytest.mark.parametrize(
    "address", ["ftp://example.org/k", "file:///etc/passwd", "k.ics", "http://", "http://["]
)
def test_what_is_no_web_address_is_refused(address):
    with pytest.raises(FileRefused, match="begins with https://"):
        fetching.fetch(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_a_public_address_is_let_through(address):
    assert fetching.refuse_address(address) is None


class Answer(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path.startswith("/drip"):
            self.drip()
            return
        status = 302 if self.path == "/moved" else 404 if self.path == "/gone" else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1/inner")
        self.end_headers()
        if status == 200:
            self.wfile.write(b"x" * (fetching.MOST_BYTES + 10 if self.path == "/big" else 10))

    def drip(self):
        """An endless answer, a byte at a time, in its head or in its body."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: " + b"\r\n\r\n" * (self.path == "/drip-body"))
        with suppress(OSError):
            for _ in range(200):
                self.wfile.write(b"x")
                time.sleep(0.05)

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch):
    """A real server; for it alone, this machine counts as public."""
    monkeypatch.setattr(fetching, "refuse_address", lambda text: None)
    running = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()


def test_a_file_is_fetched_whole(server):
    assert fetching.fetch(f"{server}/k.ics") == b"x" * 10


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("/moved", "answers with 302"), ("/gone", "answers with 404"), ("/big", "more than 10 MB")],
)
def test_what_leads_elsewhere_or_never_ends_is_refused(server, path, sentence):
    with pytest.raises(FileRefused, match=sentence):
        fetching.fetch(f"{server}{path}")


@pytest.mark.parametrize("path", ["/drip-head", "/drip-body"])
def test_an_answer_that_drips_is_given_up_in_time(server, monkeypatch, path):
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", 0.5)
    began = time.monotonic()

    with pytest.raises(FileRefused, match="does not answer"):
        fetching.fetch(f"{server}{path}")

    assert time.monotonic() - began < 3


def test_a_name_that_resolves_anew_to_a_private_address_is_not_asked(server, monkeypatch):
    monkeypatch.setattr(fetching, "refuse_address", REFUSE_ADDRESS)
    monkeypatch.setattr(fetching, "refuse_private", lambda host: None)

    with pytest.raises(FileRefused, match="lies in a private network"):
        fetching.fetch(f"{server}/rebound")

    assert "/rebound" not in Answer.asked


def test_an_unknown_peer_is_not_asked(server, monkeypatch):
    def unknown(sock):
        raise OSError("not connected")

    monkeypatch.setattr(socket.socket, "getpeername", unknown)

    with pytest.raises(FileRefused, match="does not answer"):
        fetching.fetch(f"{server}/unknown")

    assert "/unknown" not in Answer.asked


def test_no_clock_runs_on_after_a_fetch(server):
    fetching.fetch(f"{server}/k.ics")

    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
