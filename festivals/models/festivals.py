"""A tradition: what it is called, where it is held, and how its date is set."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from destinations.models import Interest, Place
from festivals.dates import decrees
from festivals.dates.rules import Almanac, DateRule, RuleError, rule_from_dict
from festivals.models.decrees import Decree
from festivals.wording import sentence_of
from tourism.base.calling import keys_called
from tourism.base.models import InLanguage, Label
from tourism.base.sources import Site, sites_in

LABEL = ("name_en", "name_id")


def announced_without_months() -> dict[str, object]:
    """The rule of a festival that nobody has given a rule."""
    return {"calendar": "announced", "typical_months": []}


class FestivalQuerySet(models.QuerySet["Festival"]):
    def of_interests(self, slugs: Iterable[str]) -> Self:
        return self.filter(interests__slug__in=slugs)

    def free(self) -> Self:
        """Festivals of which somebody has said that nobody pays to come in."""
        return self.filter(entry=self.model.Entry.FREE)

    def for_families(self) -> Self:
        return self.filter(for_families=True)

    def called(self, words: str) -> Self:
        """Festivals by nearly right names, their own or that of their place.

        Reads all names: made for what a visitor types, not for what a list repeats.
        """
        columns = [*LABEL, *(f"place__{name}" for name in LABEL)]
        return self.filter(pk__in=keys_called(self, columns, words))

    def almanac(self, *, replaced: Iterable[decrees.Decree] | None = None) -> Almanac:
        """The calendars under all decrees known to the office, and the rules of its festivals.

        One query; one more where a rule follows another festival. `replaced` stands for the
        office's own decrees, to see what others would change.
        """
        own = [row.known for row in Decree.objects.all()] if replaced is None else replaced
        return Almanac(
            [*decrees.shipped(), *own],
            rules=SimpleLazyObject(lambda: dict(self.values_list("slug", "date_rule"))),
            leap_years=settings.JAVANESE_LEAP_YEARS,
        )


class Festival(index.Indexed, ClusterableModel, Label):
    """One tradition in the world: Keboan of Aliyan. Its holdings are `Edition` rows."""

    class Category(models.TextChoices):
        RITUAL = "ritual", _("Ritual")
        DANCE = "dance", _("Dance")
        CARNIVAL = "carnival", _("Carnival")
        SEA = "sea", _("Sea offering")
        FOOD = "food", _("Food")
        SPORT = "sport", _("Sport")
        MUSIC = "music", _("Music")
        FASHION = "fashion", _("Fashion, arts")

    class Entry(models.TextChoices):
        FREE = "free", _("free entry")
        TICKET = "ticket", _("by ticket")

    category = models.CharField(_("category"), max_length=10, choices=Category)
    interests = models.ManyToManyField(Interest, blank=True, verbose_name=_("interests"))
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="festivals", verbose_name=_("place")
    )
    date_rule = models.JSONField(
        _("date rule"), default=announced_without_months, help_text=_("How its date is set.")
    )
    rule_in_words_en = models.CharField(_("rule in English words"), max_length=300, blank=True)
    rule_in_words_id = models.CharField(_("rule in Indonesian words"), max_length=300, blank=True)
    usual_days = models.PositiveSmallIntegerField(_("usual length in days"), default=1)
    usual_minutes = models.PositiveSmallIntegerField(
        _("usual length of a day in minutes"), null=True, blank=True
    )
    usual_start = models.TimeField(_("usual start"), null=True, blank=True)
    organiser_en = models.CharField(_("organiser in English"), max_length=120, blank=True)
    organiser_id = models.CharField(_("organiser in Indonesian"), max_length=120, blank=True)
    flagship = models.BooleanField(_("flagship"), default=False)
    entry = models.CharField(
        _("entry"),
        max_length=6,
        choices=Entry,
        blank=True,
        help_text=_("Leave it empty where nobody has said."),
    )
    for_families = models.BooleanField(
        _("for families"), default=False, help_text=_("Made for children, or a pleasure with them.")
    )
    manners_en = models.TextField(_("manners in English"), blank=True)
    manners_id = models.TextField(_("manners in Indonesian"), blank=True)
    source = models.TextField(_("source"), blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    rule_in_words = InLanguage()
    organiser = InLanguage()
    manners = InLanguage()

    objects = FestivalQuerySet.as_manager()

    search_fields = [
        index.SearchField("name_en"),
        index.SearchField("name_id"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("name_id"),
        index.FilterField("category"),
    ]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("festival")
        verbose_name_plural = _("festivals")

    def rule_by(self, almanac: Almanac) -> DateRule:
        """The date rule, ready to ask; one that cannot be read raises `RuleError`."""
        return rule_from_dict(self.date_rule, days=self.usual_days, almanac=almanac)

    @property
    def category_name(self) -> str:
        """The category in words."""
        return str(self.Category(self.category).label)

    @property
    def typical_months(self) -> list[int]:
        """The months named by a rule that names no day; empty for any other rule."""
        return list(self.date_rule.get("typical_months", []))

    @property
    def latest_editions(self) -> models.QuerySet[Any]:
        """Its five latest dates, for the desk."""
        return self.editions.order_by("-starts_on")[:5]

    @property
    def source_sites(self) -> list[Site]:
        """The sites on which its facts were seen."""
        return sites_in(self.source)

    @property
    def art(self) -> str:
        """The drawing that stands in until there is a picture, as a static path."""
        return f"tourism/art/festival-{self.category}.svg"

    def clean(self) -> None:
        self.keep_followers()
        almanac = type(self).objects.almanac().with_rule(self.slug, self.date_rule)
        try:
            rule_from_dict(
                self.date_rule,
                days=self.usual_days or 1,
                almanac=almanac,
                followed=(self.slug,) if self.slug else (),
            )
        except RuleError as error:
            sentence = sentence_of(error)
            raise ValidationError({"date_rule": sentence}) from error

    def keep_followers(self) -> None:
        """Refuse another slug while rules of other festivals name this one."""
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        if before is None or before.slug == self.slug:
            return
        followers = type(self).objects.filter(date_rule__festival=before.slug)
        if names := ", ".join(row.name for row in followers):
            raise ValidationError(
                {
                    "slug": _("The dates of %(festivals)s follow this slug; keep it.")
                    % {"festivals": names}
                }
            )
