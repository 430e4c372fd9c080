"""The letter with the link that signs in: in the reader's language, as text and as HTML."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from festivals.operators.signing_in import MINUTES, link_for

logger = logging.getLogger("django.mail")


class NotSent(Exception):
    """The letter did not leave; the log says why."""


def send_link(email: str, *, then: str) -> None:
    """Send the letter. Nothing in it but the address comes from whoever asked."""
    if not settings.SENDS_MAIL:
        logger.error("A link to sign in was asked for, but TOURISM_MAIL is not set: not sent.")
        raise NotSent
    address = reverse("operators:enter", args=[link_for(email, then)])
    context = {
        "link": f"{settings.WAGTAILADMIN_BASE_URL}{address}",
        "site": settings.WAGTAILADMIN_BASE_URL,
        "minutes": MINUTES,
    }
    letter = EmailMultiAlternatives(
        subject=_("Your link to sign in – Festivals of Banyuwangi"),
        body=render_to_string("operators/letter.txt", context),
        to=[email],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )
    letter.attach_alternative(render_to_string("operators/letter.html", context), "text/html")
    try:
        letter.send()
    except (SMTPException, OSError) as error:
        logger.error("A link to sign in was not sent: %s: %s", type(error).__name__, error)
        raise NotSent from error
