"""A site of somebody else for the browser: pages on another origin, each with its own policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hotel</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/hotel.css"></head>
<body><main><h1>Hotel</h1>{body}</main></body></html>"""
# What a careless sheet does to everything that it can reach.
SHEET = """
* { color: rgb(255, 0, 0); font-size: 40px; letter-spacing: 9px; text-transform: uppercase; }
p, li, a, h2, section { display: none; }
h1 { font-size: 20px; }
"""


class Host:
    """Where the site is, and how a page gets onto it."""

    def __init__(self, url: str, pages: dict[str, tuple[str, str]]) -> None:
        self.url, self.pages = url, pages

    def publish(self, body: str, *, policy: str = "", lang: str = "en") -> str:
        """The address of a new page."""
        path = f"/{len(self.pages)}"
        self.pages[path] = (PAGE.format(body=body, lang=lang), policy)
        return f"{self.url}{path}"


@contextmanager
def running_host() -> Iterator[Host]:
    """Serve pages from localhost, which is another origin than 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        pages: ClassVar[dict[str, tuple[str, str]]] = {}

        def do_GET(self) -> None:
            is_sheet = self.path == "/hotel.css"
            body, policy = (SHEET, "") if is_sheet else self.pages.get(self.path, ("", ""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/css" if is_sheet else "text/html; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://localhost:{server.server_port}", Handler.pages)
    finally:
        server.shutdown()
        server.server_close()
