"""Answers of bytes that many programs ask for again and again: calendars to subscribe to.

An answer is kept as long as nothing it shows was written (see `keeping`). Its ETag is a hash of
its bytes and is strong; its Last-Modified is since when nothing that any answer shows was
written, kept in the database, so that it only grows whichever process tells it. Either alone is
enough for a 304, which costs one small query. Each content coding has an ETag of its own (RFC
9110, 8.8.3) and is compressed once.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any, NamedTuple

import brotli
from django.conf import settings
from django.core.cache import cache as store
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.utils.translation import get_language

from tourism.base.keeping import LONGEST, build
from tourism.base.models.writes import ShownSince

View = Callable[..., HttpResponse]
CODINGS = ("br", "gzip", "")  # The fewest bytes first.
SECONDS = 60  # A change reaches whoever asks within a minute; asking again costs a 304.
REFUSED = re.compile(r"q\s*=\s*0(?:\.0*)?")
FAST = 4  # Of gzip and brotli; the tenth that a higher one saves costs several times as long.


class Answer(NamedTuple):
    """An answer but for its bytes."""

    digest: str
    modified: int | None  # seconds since 1970
    headers: dict[str, str]

    @property
    def key(self) -> str:
        """Where its compressed bytes are kept."""
        return f"bytes:{self.digest}"

    def etag(self, coding: str) -> str:
        return f'"{self.digest}-{coding}"' if coding else f'"{self.digest}"'

    def with_etag(self, etag: str) -> dict[str, str]:
        return self.headers | {"ETag": etag}


def steady(*, free: Iterable[str] = (), seconds: int = SECONDS) -> Callable[[View], View]:
    """Keep what a view answers to all alike, and say in every way whether it is still the same.

    What is not 200, or says `no-store`, is passed on and never kept. Nor is what is asked for with
    a word in `free`, which takes any value: each would be kept for nobody else. Anybody else may
    keep it for some `seconds`.
    """
    unkept = frozenset(free)

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            seen = ShownSince.objects.look()
            state = (seen.count, seen.total, request.today, build())
            key = f"answer:{hashed(*state, get_language(), request.get_full_path())}"
            known: Answer | None = store.get(key) if settings.KEEP_PAGES else None
            if known and (short := without_bytes(request, known)):
                return short
            packed: bytes | None = store.get(known.key) if known else None
            if known is None or packed is None:
                since = ShownSince.objects.since(hashed(*state), seen, at=request.now)
                response = view(request, *args, **kwargs)
                response.setdefault("Cache-Control", f"public, max-age={seconds}")
                if response.status_code != 200:
                    response["Cache-Control"] = "no-store"
                    return response
                known, packed = (
                    told(response, since),
                    gzip.compress(response.content, FAST, mtime=0),
                )
                is_kept = settings.KEEP_PAGES and not unkept & request.GET.keys()
                if is_kept and since and "no-store" not in known.headers["Cache-Control"]:
                    store.set(known.key, packed, LONGEST)
                    store.set(key, known, LONGEST)
            return without_bytes(request, known) or whole(request, known, packed)

        return answer

    return decorate


def hashed(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


def told(response: HttpResponse, since: int | None) -> Answer:
    """What is to be said of new bytes."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if since:
        response["Last-Modified"] = http_date(since)
    digest = hashlib.sha256(response.content).hexdigest()[:32]
    return Answer(digest, since, dict(response.items()))


def without_bytes(request: HttpRequest, known: Answer) -> HttpResponse | None:
    """304 where whoever asks has these bytes, in whichever coding they came; else None.

    Programs send back the one ETag that they were given. That is answered by itself, for it is
    nearly all that a feed is asked; what else RFC 9110, 13 knows is left to Django.
    """
    held = request.META.get("HTTP_IF_NONE_MATCH", "")
    etags = [known.etag(coding) for coding in CODINGS]
    if held in etags and "HTTP_IF_MATCH" not in request.META:
        return HttpResponseNotModified(headers=known.with_etag(held))
    named = parse_etags(held)
    etag = next((etag for etag in etags if etag in named), known.etag(""))
    response = HttpResponse(headers=known.with_etag(etag))
    short = get_conditional_response(request, etag, known.modified, response)
    return short if short is not response else None


def whole(request: HttpRequest, known: Answer, packed: bytes) -> HttpResponse:
    """The bytes in the best coding that whoever asks can read."""
    coding = coding_of(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    content = packed
    if coding == "br":
        content = store.get_or_set(f"{known.key}:br", partial(smaller, packed), LONGEST)
    elif not coding:
        content = gzip.decompress(packed)
    response = HttpResponse(content, headers=known.with_etag(known.etag(coding)))
    if coding:
        response["Content-Encoding"] = coding
    response.is_packed = True  # See `tourism.base.middleware.Compress`.
    return response


def smaller(packed: bytes) -> bytes:
    """The same in brotli."""
    return bytes(brotli.compress(gzip.decompress(packed), quality=FAST))


def coding_of(accepted: str) -> str:
    """Of `Accept-Encoding` the coding that makes the fewest bytes; "" for none."""
    named = {
        name.strip().lower()
        for name, _, weight in (part.partition(";") for part in accepted.split(","))
        if not REFUSED.fullmatch(weight.strip())
    }
    return next((coding for coding in CODINGS if coding in named), "")
