"""The link in an e-mail that signs an operator in: signed, once, for half an hour.

It says for which address it is and when that address last signed in (`licensing.seen_of`), so
that it is used up by any sign-in after it. Django signs it and reads its age; nothing is kept.
"""

from dataclasses import dataclass

from django.core import signing

from festivals import licensing

SALT = "festivals.operators.enter"
MINUTES = 30


@dataclass(frozen=True)
class Link:
    """What a link says."""

    email: str
    seen: str
    then: str  # Where to go on, an address of the desk, or "".


def link_for(email: str, then: str) -> str:
    """The signed part of an address."""
    seen = licensing.seen_of(licensing.known(email))
    return signing.dumps([email, seen, then], salt=SALT, compress=True)


def read(link: str) -> Link | None:
    """What a link says; None where it is not ours, or older than half an hour."""
    try:
        return Link(*signing.loads(link, salt=SALT, max_age=MINUTES * 60))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def is_fresh(link: Link) -> bool:
    """Whether nobody has signed in with the address since."""
    return licensing.seen_of(licensing.known(link.email)) == link.seen
