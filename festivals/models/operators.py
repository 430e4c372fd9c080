"""Tour operators: who they are, what they subscribe to, and which editions they run tours to."""

import hashlib
from datetime import date, datetime
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from festivals.models.editions import Edition
from tourism.base.models import InLanguage

SPOKEN = ("id", "en", "ms", "zh-hans", "ja", "ko", "de", "fr", "nl", "es", "ru", "ar")
SAID_OTHERWISE = {"zh-hans": _("Mandarin"), "ms": _("Malay")}  # Than Django's names for scripts.
LANGUAGES = [code for code, name in settings.LANGUAGES]
WEB = URLValidator(["http", "https"], message=_("Give an address as https://example.org."))


class OperatorQuerySet(models.QuerySet["Operator"]):
    def approved(self) -> Self:
        """Those that the office vouches for, and that may be shown."""
        return self.exclude(approved_at=None)

    def with_subscriptions(self) -> Self:
        """Know how many subscriptions each has that still answer: `subscription_count`."""
        live = Q(subscriptions__ended_on=None)
        return self.annotate(subscription_count=Count("subscriptions", filter=live, distinct=True))


class Operator(models.Model):
    """A tour company that signs in by a link in an e-mail: "Ijen Jaya Tour", licence 551/2024.

    Its user has no password and no right in the admin. The office approves the company as it
    stands; another name, website or licence number has to be approved anew.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="operator", editable=False
    )
    email = models.EmailField(_("e-mail address"), unique=True, editable=False)
    name = models.CharField(_("name of the company"), max_length=120, blank=True)
    licence = models.CharField(_("licence number"), max_length=60, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True, validators=[WEB])
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    about_en = models.CharField(_("a sentence in English"), max_length=300, blank=True)
    about_id = models.CharField(_("a sentence in Indonesian"), max_length=300, blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("account since"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    about = InLanguage()

    objects = OperatorQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name"), "pk"]
        verbose_name = _("tour operator")
        verbose_name_plural = _("tour operators")
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="operator_address_is_in_small_letters"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None) | ~Q(name=""),
                name="an_approved_operator_has_a_name",
                violation_error_message=_("A company needs a name before it can be approved."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None

    @property
    def languages_in_words(self) -> list[str]:
        """The languages that its guides speak, in the reader's own."""
        return [spoken_name(code) for code in SPOKEN if code in self.languages]

    @property
    def may_sign_in(self) -> bool:
        """Whether a link in an e-mail is enough. Who works at the desk needs the password."""
        user: Any = self.user
        is_staff = user.is_staff or user.is_superuser or user.has_perm("wagtailadmin.access_admin")
        return user.is_active and not is_staff

    @property
    def last_login(self) -> datetime | None:
        found: datetime | None = self.user.last_login
        return found


def spoken_name(code: str) -> str:
    name = str(SAID_OTHERWISE.get(code) or get_language_info(code)["name_translated"])
    return name[:1].upper() + name[1:]


class Subscription(models.Model):
    """One feed of one operator: "Rituals for the Dutch groups", in English, with its filters.

    `query` is the query string of the public feed that gives the same, in its one order. One
    that was ended answers for a while that it is over, and can be opened again until then.
    """

    operator = models.ForeignKey(Operator, on_delete=models.CASCADE, related_name="subscriptions")
    name = models.CharField(_("name"), max_length=80)
    query = models.TextField(blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_on = models.DateField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)  # To a quarter of an hour.
    seen_app = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=LANGUAGES), name="a_feed_speaks_a_language_of_the_site"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_live(self) -> bool:
        return self.ended_on is None

    @property
    def asked(self) -> QueryDict:
        """Its choices, as the filters read them."""
        return QueryDict(self.query)


def digest_of(token: str) -> str:
    """What is stored of a secret. It is random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


class FeedKeyQuerySet(models.QuerySet["FeedKey"]):
    def live(self) -> Self:
        return self.filter(ended_on=None)

    def of_token(self, token: str) -> Self:
        return self.filter(digest=digest_of(token))


class FeedKey(models.Model):
    """The secret in the address of a feed, as a hash. A subscription has one that still opens."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)

    objects = FeedKeyQuerySet.as_manager()

    class Meta:
        verbose_name = "key of a feed"
        verbose_name_plural = "keys of feeds"
        constraints = [
            models.UniqueConstraint(
                fields=["subscription"],
                condition=Q(ended_on=None),
                name="a_subscription_has_one_key_that_opens",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.made_at:%Y-%m-%d}"


class FeedDay(models.Model):
    """How often one kind of app fetched a feed on one day; nothing of who or from where."""

    class App(models.TextChoices):
        GOOGLE = "google", "Google Calendar"
        APPLE = "apple", "Apple"
        OUTLOOK = "outlook", "Outlook"
        THUNDERBIRD = "thunderbird", "Thunderbird"
        OTHER = "other", _("another app")

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    app = models.CharField(max_length=16, choices=App.choices)
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = "day of a feed"
        verbose_name_plural = "days of feeds"
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "day", "app"], name="a_feed_counts_an_app_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.day:%Y-%m-%d} {self.app} {self.count}"


class TourQuerySet(models.QuerySet["Tour"]):
    def to(self, edition: Edition) -> Self:
        """What a page may show: tours of approved operators, by their names."""
        rows = self.filter(edition=edition, operator__in=Operator.objects.approved())
        return rows.select_related("operator").order_by(Lower("operator__name"), "pk")

    def from_day(self, day: date) -> Self:
        return self.filter(edition__ends_on__gte=day)


class Tour(models.Model):
    """An operator takes guests to one edition, and may say a sentence about it.

    Its link is on the host of the operator's website, which the office has looked at. One that
    is not, since the website has become another, is not shown.
    """

    operator = models.ForeignKey(Operator, on_delete=models.CASCADE, related_name="tours")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="tours")
    note_en = models.CharField(_("note in English"), max_length=200, blank=True)
    note_id = models.CharField(_("note in Indonesian"), max_length=200, blank=True)
    link = models.CharField(_("link"), max_length=200, blank=True, validators=[WEB])

    note = InLanguage()

    objects = TourQuerySet.as_manager()

    class Meta:
        verbose_name = "tour"
        verbose_name_plural = "tours"
        constraints = [
            models.UniqueConstraint(
                fields=["operator", "edition"], name="an_operator_runs_an_edition_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.operator_id} {self.edition_id}"

    def clean(self) -> None:
        if self.link and not is_on(self.link, self.operator.website):
            host = host_of(self.operator.website)
            sentence = (
                gettext("Give an address on the website of your company, %(host)s.")
                if host
                else gettext("Say first which website your company has; the link has to be on it.")
            )
            raise ValidationError({"link": sentence % {"host": host}})

    @property
    def address(self) -> str:
        """Where a reader can learn more: its own page, or the company's."""
        website = self.operator.website
        return self.link if is_on(self.link, website) else website


def is_on(link: str, website: str) -> bool:
    """Whether a link is on the host of a website, a "www." aside. One with a user name is not."""
    return bool(link) and host_of(link) == host_of(website)


def host_of(address: str) -> str:
    """The host of an address, with whatever stands before or behind it up to its path."""
    return urlsplit(address).netloc.lower().removeprefix("www.")
