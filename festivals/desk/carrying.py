"""What follows once a festival was saved at the desk."""

from django.contrib import messages
from django.http import HttpRequest

from festivals import projecting
from festivals.dates.rules import RuleError
from festivals.models import Festival
from festivals.wording import sentence_of


def project_on(request: HttpRequest, festival: Festival) -> None:
    """Let its rule reach its editions and those that follow it; say where a rule cannot."""
    today, at = request.today, request.now
    almanac, last = Festival.objects.almanac(), projecting.horizon(today)
    for row in projecting.with_followers(festival):
        try:
            projecting.project(row, first=today, last=last, at=at, almanac=almanac)
        except RuleError as error:
            messages.warning(request, f"{row}: {sentence_of(error)}")
