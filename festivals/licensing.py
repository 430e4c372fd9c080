"""Write door of tour operators: their account, their company, its approval, and their tours."""

import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from festivals.models import Edition, Operator, Tour
from tourism.base.models import User

VOUCHED = ("name", "website", "licence")  # What the office approves, and looks at anew.
COMPANY = (*VOUCHED, "phone", "languages", "about_en", "about_id")


class NameMissing(Exception):
    """A company without a name cannot be approved."""


class ChangedMeanwhile(Exception):
    """The company says something else now than what was looked at."""


def version(operator: Operator) -> str:
    """What is another as soon as the company says anything else."""
    return operator.updated_at.isoformat()


def seen_of(operator: Operator | None) -> str:
    """What is another after each sign-in, so that a link made before is used up."""
    last = operator.last_login if operator else None
    return last.isoformat() if last else ""


def known(email: str) -> Operator | None:
    return Operator.objects.select_related("user").filter(email=email).first()


def enter(*, email: str, seen: str, at: datetime) -> User | None:
    """The user of an address, made at its first sign-in; None where the link is used up.

    Of two presses of the same button, one is let in.
    """
    operator = known(email)
    if operator is None:
        return None if seen else found(email, at=at)
    if not operator.may_sign_in or seen_of(operator) != seen:
        return None
    users = User.objects.filter(pk=operator.user_id, last_login=operator.last_login)
    return operator.user if users.update(last_login=at) else None


def found(email: str, *, at: datetime) -> User | None:
    """A new account, with no password and no right in the admin."""
    user = User(username=f"operator-{secrets.token_hex(8)}", last_login=at)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
            Operator.objects.create(user=user, email=email)
    except IntegrityError:  # The other press was quicker.
        return None
    return user


@transaction.atomic
def describe(operator: Operator, **company: Any) -> Operator:
    """Write down what a company says of itself. What the office vouched for, it sees again."""
    row = Operator.objects.select_for_update().get(pk=operator.pk)
    if any(getattr(row, name) != company[name] for name in VOUCHED):
        row.approved_at = None
    for name in COMPANY:
        setattr(row, name, company[name])
    row.full_clean(exclude=["user"])
    row.save()
    return row


@transaction.atomic
def approve(operator: Operator, *, at: datetime, seen: str = "") -> Operator:
    """Vouch for a company. One that is approved stays so since the first day.

    Raises `ChangedMeanwhile` where `seen` (see `version`) is not what it says now.
    """
    row = Operator.objects.select_for_update().get(pk=operator.pk)
    if seen and seen != version(row):
        raise ChangedMeanwhile
    if not row.name:
        raise NameMissing
    if not row.is_approved:
        row.approved_at = at
        row.save(update_fields=["approved_at", "updated_at"])
    return row


@transaction.atomic
def withdraw(operator: Operator) -> Operator:
    """Vouch for it no longer: it leaves every page at once. Its feeds go on."""
    row = Operator.objects.select_for_update().get(pk=operator.pk)
    if row.is_approved:
        row.approved_at = None
        row.save(update_fields=["approved_at", "updated_at"])
    return row


@transaction.atomic
def close(operator: Operator) -> None:
    """Delete the account and all rows of it; its feeds answer as if they had never been.

    Of somebody who works at the desk by now only the company goes.
    """
    user, is_only_this = operator.user, operator.may_sign_in
    operator.delete()
    if is_only_this or not user.is_active:
        user.delete()


@transaction.atomic
def run(
    operator: Operator,
    edition: Edition,
    *,
    note_en: str = "",
    note_id: str = "",
    link: str = "",
    anew: bool = False,
) -> Tour:
    """Mark an edition as one that the operator takes guests to. `anew` writes the words over."""
    words = {"note_en": note_en, "note_id": note_id, "link": link}
    tour, is_new = Tour.objects.get_or_create(operator=operator, edition=edition, defaults=words)
    if anew and not is_new:
        for name, value in words.items():
            setattr(tour, name, value)
        tour.save(update_fields=list(words))
    return tour


def stop(operator: Operator, edition: Edition) -> None:
    """Take the mark away; where there is none, nothing happens."""
    operator.tours.filter(edition=edition).delete()
