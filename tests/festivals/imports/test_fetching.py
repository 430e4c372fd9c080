"""Fetching a calendar from an address: only from the public net, and not for ever."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from festivals.imports import fetching
from festivals.imports.rows import FileRefused


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
    ],
)
def test_an_address_in_a_private_network_is_refused(address):
    with pytest.raises(FileRefused, match="lies in a private network"):
        fetching.fetch(address)


@pytest.mark.parametrize(
    "address", ["ftp://example.org/k", "file:///etc/passwd", "k.ics", "http://"]
)
def test_what_is_no_web_address_is_refused(address):
    with pytest.raises(FileRefused, match="begins with https://"):
        fetching.fetch(address)


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        status = 302 if self.path == "/moved" else 404 if self.path == "/gone" else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://127.0.0.1/inner")
        self.end_headers()
        if status == 200:
            self.wfile.write(b"x" * (fetching.MOST_BYTES + 10 if self.path == "/big" else 10))

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
