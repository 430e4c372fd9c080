"""What went wrong, as a program reads it: RFC 9457, in the language asked for."""

from collections.abc import Iterable

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from tourism.base.refusing import Refusal

PROBLEM = "application/problem+json"
QUERY = "query"  # The one kind that says more than its status: which parameter, and what it takes.
OTHER = _("Something went wrong")
TITLES = {
    400: _("This cannot be asked"),
    403: _("This is not public"),
    404: _("Nothing is at this address"),
    405: _("This can only be read"),
    406: _("There is only JSON"),
    414: _("This address is too long"),
    500: _("Something went wrong here"),
    503: _("The calendar is being worked on"),
}
DETAILS = {
    400: _("The request cannot be read."),
    403: _("Nobody may read this without signing in."),
    404: _("Look for the slug or UID in the list. What has no public page is not told here."),
    405: _("Ask with GET, HEAD or OPTIONS."),
    406: _("Send “Accept: application/json”, or no such header."),
    414: _("Ask for less at once."),
    500: _("It has been written down. Ask again later."),
    503: _("Ask again in ten minutes."),
}


class Refused(Exception):
    """A question that cannot be meant."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = list(refusals)
        super().__init__("; ".join(refusal.sentence for refusal in self.refusals))


def problem(status: int) -> JsonResponse:
    """One that its status says all about."""
    title = str(TITLES.get(status, OTHER))
    detail = str(DETAILS.get(status, title))
    return answer({"type": "about:blank", "title": title, "status": status, "detail": detail})


def refused(refusals: list[Refusal]) -> JsonResponse:
    """400: each parameter that cannot be meant, and what can."""
    return answer(
        {
            "type": type_of(QUERY),
            "title": gettext("This cannot be asked"),
            "status": 400,
            "detail": " ".join(refusal.sentence for refusal in refusals),
            "errors": [
                {
                    "parameter": refusal.name,
                    "detail": refusal.sentence,
                    "allowed": list(refusal.allowed),
                }
                for refusal in refusals
            ],
        }
    )


def type_of(kind: str) -> str:
    """Where a kind of problem is told of, the same whatever the language."""
    with override("en"):
        return f"{reverse('api')}#{kind}"


def answer(members: dict[str, object]) -> JsonResponse:
    response = JsonResponse(members, status=members["status"], content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    return response
