"""Every point that a trip can touch is one kind of row: a crater, a venue, a ferry port."""

from datetime import date
from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from destinations.geography import Point
from destinations.models.districts import District
from destinations.models.hours import hours_that_parse
from destinations.models.interests import Interest
from destinations.models.months import MonthsField
from destinations.models.place_queries import PlaceQuerySet
from destinations.travel.legs import Spot
from tourism.base.models import InLanguage, Label
from tourism.base.sources import Site, sites_in

# Which drawing shows which kind of place.
DRAWINGS = {
    "trek": "crater",
    "surf": "surf",
    "dive": "dive",
    "beach": "beach",
    "waterfall": "waterfall",
    "viewpoint": "viewpoint",
    "wildlife": "wildlife",
    "village": "village",
    "culture": "culture",
    "venue": "culture",
    "food": "food",
    "coffee": "coffee",
}


class Season(NamedTuple):
    """One month of a season strip; of the date only the month counts."""

    first: date
    is_best: bool


class Place(index.Indexed, ClusterableModel, Label):
    """One point on the map: Ijen crater, at -8.0738, 114.2240, open 02:00 to 12:00.

    Words about it stand on its `DestinationPage`; a place without a page (a venue, a
    station) can still be the stop of a trip.
    """

    class Kind(models.TextChoices):
        TREK = "trek", _("trek")
        SURF = "surf", _("surf")
        DIVE = "dive", _("dive and snorkel")
        BEACH = "beach", _("beach")
        WATERFALL = "waterfall", _("waterfall")
        VIEWPOINT = "viewpoint", _("viewpoint")
        WILDLIFE = "wildlife", _("wildlife")
        VILLAGE = "village", _("village stay")
        CULTURE = "culture", _("culture")
        FOOD = "food", _("food")
        COFFEE = "coffee", _("coffee")
        VENUE = "venue", _("venue")
        AIRPORT = "airport", _("airport")
        FERRY = "ferry", _("ferry port")
        STATION = "station", _("railway station")
        BUS = "bus", _("bus terminal")
        TOWN = "town", _("town")
        HARBOUR = "harbour", _("harbour")

    GATEWAYS = (Kind.AIRPORT, Kind.FERRY, Kind.STATION, Kind.BUS, Kind.TOWN, Kind.HARBOUR)

    class Effort(models.IntegerChoices):
        NONE = 0, _("no effort")
        STROLL = 1, _("stroll")
        EASY = 2, _("easy walk")
        HALF_DAY = 3, _("half day on foot")
        STEEP = 4, _("steep and long")
        EXPERT = 5, _("expert")

    class Access(models.TextChoices):
        YES = "yes", _("yes")
        PARTLY = "partly", _("partly")
        NO = "no", _("no")

    class Clock(models.TextChoices):
        WIB = "Asia/Jakarta", _("Western Indonesian Time (WIB)")
        WITA = "Asia/Makassar", _("Central Indonesian Time (WITA)")

    class Mode(models.TextChoices):
        CAR = "car", _("by car")
        WALK = "walk", _("on foot")
        BOAT = "boat", _("by boat")
        OFFROAD = "4x4", _("by 4WD")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    interests = models.ManyToManyField(Interest, blank=True, verbose_name=_("interests"))
    district = models.ForeignKey(
        District, on_delete=models.PROTECT, related_name="places", verbose_name=_("district")
    )
    village = models.CharField(_("village"), max_length=80, blank=True)
    latitude = models.FloatField(
        _("latitude"),
        validators=[MinValueValidator(-90.0), MaxValueValidator(90.0)],
        help_text=_("Degrees, south is negative: -8.0738."),
    )
    longitude = models.FloatField(
        _("longitude"),
        validators=[MinValueValidator(-180.0), MaxValueValidator(180.0)],
        help_text=_("Degrees, east is positive: 114.2240."),
    )
    timezone = models.CharField(_("clock"), max_length=40, choices=Clock, default=Clock.WIB)

    opening_hours = models.CharField(
        _("opening hours"),
        max_length=255,
        blank=True,
        validators=[hours_that_parse],
        help_text=_("In OpenStreetMap's notation: Mo-Su 08:00-16:00. Empty means not known."),
    )
    hours_note_en = models.CharField(_("note on hours in English"), max_length=255, blank=True)
    hours_note_id = models.CharField(_("note on hours in Indonesian"), max_length=255, blank=True)
    closing_rules_en = models.TextField(
        _("closing rules in English"), blank=True, help_text=_("One rule a line.")
    )
    closing_rules_id = models.TextField(
        _("closing rules in Indonesian"), blank=True, help_text=_("One rule a line.")
    )
    visit_minutes = models.PositiveSmallIntegerField(
        _("usual visit in minutes"), default=60, validators=[MinValueValidator(1)]
    )
    effort = models.PositiveSmallIntegerField(_("effort"), choices=Effort, default=Effort.NONE)
    minimum_age = models.PositiveSmallIntegerField(_("minimum age"), default=0)
    best_months = MonthsField(_("best months"), default=list, blank=True)
    season_note_en = models.CharField(
        _("note on the season in English"), max_length=255, blank=True
    )
    season_note_id = models.CharField(
        _("note on the season in Indonesian"), max_length=255, blank=True
    )
    hazards_en = models.TextField(
        _("hazards in English"), blank=True, help_text=_("One hazard a line.")
    )
    hazards_id = models.TextField(
        _("hazards in Indonesian"), blank=True, help_text=_("One hazard a line.")
    )

    wheelchair = models.CharField(_("wheelchair"), max_length=6, choices=Access, blank=True)
    stroller = models.CharField(_("stroller"), max_length=6, choices=Access, blank=True)
    access_note_en = models.CharField(_("note on access in English"), max_length=255, blank=True)
    access_note_id = models.CharField(_("note on access in Indonesian"), max_length=255, blank=True)
    road_node = models.CharField(
        _("road node"),
        max_length=40,
        blank=True,
        help_text=_("Where it joins the road table. Empty means the nearest node."),
    )
    last_mile_mode = models.CharField(_("last mile"), max_length=4, choices=Mode, default=Mode.CAR)
    last_mile_minutes = models.PositiveSmallIntegerField(_("last mile in minutes"), default=0)
    note_en = models.CharField(_("note in English"), max_length=255, blank=True)
    note_id = models.CharField(_("note in Indonesian"), max_length=255, blank=True)
    fee_note_en = models.CharField(_("note on fees in English"), max_length=255, blank=True)
    fee_note_id = models.CharField(_("note on fees in Indonesian"), max_length=255, blank=True)
    source = models.TextField(_("source"), blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    hours_note = InLanguage()
    closing_rules = InLanguage(lines=True)
    season_note = InLanguage()
    hazards = InLanguage(lines=True)
    access_note = InLanguage()
    note = InLanguage()
    fee_note = InLanguage()

    objects = PlaceQuerySet.as_manager()

    search_fields = [
        index.SearchField("name_en"),
        index.SearchField("name_id"),
        index.SearchField("village"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("name_id"),
        index.FilterField("kind"),
        index.FilterField("district_id"),
    ]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(timezone__in=("Asia/Jakarta", "Asia/Makassar")),
                name="place_is_on_a_clock_that_is_known",
                violation_error_message=_("Choose one of the two clocks."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__gte=-90, latitude__lte=90),
                name="place_latitude_is_on_earth",
                violation_error_message=_("A latitude runs from -90 to 90 degrees."),
            ),
            models.CheckConstraint(
                condition=Q(longitude__gte=-180, longitude__lte=180),
                name="place_longitude_is_on_earth",
                violation_error_message=_("A longitude runs from -180 to 180 degrees."),
            ),
        ]

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)

    @property
    def spot(self) -> Spot:
        """Where the place joins the roads, for travel times.

        A last mile on foot belongs to the visit: `visit_minutes` begins where the wheels stop.
        """
        on_foot = self.last_mile_mode == self.Mode.WALK
        minutes = 0 if on_foot else self.last_mile_minutes
        return Spot(self.point, self.road_node, minutes, self.last_mile_mode)

    @property
    def clock_name(self) -> str:
        """What people call its clock: WIB or WITA."""
        return self.Clock(self.timezone).name

    @property
    def is_gateway(self) -> bool:
        return self.kind in self.GATEWAYS

    @property
    def source_sites(self) -> list[Site]:
        """The sites on which its facts were seen."""
        return sites_in(self.source)

    @property
    def art(self) -> str:
        """The drawing that stands in until there is a picture, as a static path."""
        return f"tourism/art/place-{DRAWINGS.get(self.kind, 'gateway')}.svg"

    @property
    def efforts(self) -> list[Effort]:
        """The scale of effort, for pages that show where a place stands on it."""
        return list(self.Effort)

    @property
    def season(self) -> list[Season]:
        """The twelve months, each with whether it is one of the best."""
        return [Season(date(2000, month, 1), month in self.best_months) for month in range(1, 13)]

    @property
    def has_unverified_fee(self) -> bool:
        return any(not fee.verified for fee in self.fees.all())
