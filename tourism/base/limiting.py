"""How often somebody may do a thing: counted in the cache, each thing for itself.

Nothing else looks at these counts, so that whoever has used one up keeps all other pages, and
the office its own sign-in.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest

NETWORK = 64  # Leading bits of an IPv6 address: what one household is given.


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds."""

    name: str
    times: int
    seconds: int

    def wait(self, whom: str, now: datetime) -> int:
        """Count once more. 0 where it is allowed, else the seconds until it is again."""
        window, gone = divmod(int(now.timestamp()), self.seconds)
        digest = hashlib.sha256(whom.encode()).hexdigest()
        key = f"limit:{self.name}:{window}:{digest}"
        counts = caches["limits"]
        counts.add(key, 0, self.seconds)
        try:
            count = counts.incr(key)
        except ValueError:  # It has just been dropped.
            count = 1
        return 0 if count <= self.times else self.seconds - gone


def caller(request: HttpRequest) -> str:
    """From where somebody asks: what the nearest server that is not ours was told apart by."""
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    named = hops[-settings.PROXIES] if 0 < settings.PROXIES <= len(hops) else ""
    for found in (named, request.META.get("REMOTE_ADDR", "")):
        try:
            address = ip_address(found)
        except ValueError:
            continue
        if address.version == 4 or address.ipv4_mapped:
            return str(getattr(address, "ipv4_mapped", None) or address)
        return str(ip_network((address, NETWORK), strict=False))
    return ""
