"""Places as programs get them. Words: OpenStreetMap's for hours, schema.org's for the rest.

What no page prints is not told: notes on sources are the office's, the sites they name are not.
"""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from ninja import Schema

from destinations.models import Closure, District, Fee, Place, Requirement
from tourism.base.api.schemas import Named, Page, address, named, stamp, told


class DistrictFacts(Named):
    regency: str = told(_("The regency it belongs to."))


class Spot(Schema):
    latitude: float = told(_("Degrees (WGS 84), south is negative."))
    longitude: float = told(_("Degrees (WGS 84), east is positive."))


class PlaceBrief(Named):
    district: DistrictFacts = told(_("The district it lies in."))
    point: Spot = told(_("Where it is."))


class FeeFacts(Schema):
    audience: Literal[*Fee.Audience.values] = told(_("Who pays it."))
    weekday: int = told(_("Price on a weekday, in currency."))
    holiday: int = told(_("Price on a weekend or holiday, in currency."))
    currency: Literal["IDR"] = told(_("Currency (ISO 4217)."))
    year: int = told(_("Year of the tariff."))
    verified: bool = told(_("Whether somebody has seen the tariff itself."))


class RequirementFacts(Schema):
    kind: Literal[*Requirement.Kind.values] = told(_("What it is."))
    name: str = told(_("Name in the language asked for."))
    how: str | None = told(_("How to get it."))
    authority: str | None = told(_("Who asks for it."))
    lead_days: int = told(_("Days before the visit by which it must be in hand."))


class ClosureFacts(Schema):
    start_date: str = told(_("First day."), format="date")
    end_date: str | None = told(_("Last day; null until further notice."))
    reason: str = told(_("Why."))
    source: str | None = told(_("Where it was read."))


class PlaceFacts(PlaceBrief):
    url: str = told(_("Its page in the language asked for."), format="uri")
    kind: Literal[*Place.Kind.values] = told(_("What kind of place it is."))
    interests: list[str] = told(_("Slugs of the interests it serves."))
    village: str | None = told(_("The village."))
    timezone: str = told(_("The clock of the place (IANA)."))
    opening_hours: str | None = told(_("Usual hours in OpenStreetMap’s notation."))
    hours_note: str | None = told(_("Note on hours."))
    closing_rules: list[str] = told(_("When it is shut, in sentences."))
    closures: list[ClosureFacts] = told(_("Days on which it is shut, from today on."))
    fees: list[FeeFacts] = told(_("What one person pays."))
    fee_note: str | None = told(_("Note on fees."))
    requirements: list[RequirementFacts] = told(_("What must be in hand."))
    visit_minutes: int = told(_("Usual visit, in minutes."))
    effort: int = told(_("From 0, none, to 5, for experts."), minimum=0, maximum=5)
    minimum_age: int = told(_("In years; 0 for no limit."))
    best_months: list[int] = told(_("The best months, 1 to 12."))
    season_note: str | None = told(_("Note on the season."))
    hazards: list[str] = told(_("Hazards, in sentences."))
    wheelchair: Literal[*Place.Access.values] | None = told(_("Whether a wheelchair gets there."))
    stroller: Literal[*Place.Access.values] | None = told(_("Whether a stroller gets there."))
    access_note: str | None = told(_("Note on access."))
    sources: list[str] = told(_("Where its facts were read."))
    updated_at: str = told(_("When the row was last written."), format="date-time")


class PlacePage(Page):
    items: list[PlaceFacts] = told(_("The rows of this page."))


class DistrictPage(Page):
    items: list[DistrictFacts] = told(_("The rows of this page."))


class InterestPage(Page):
    items: list[Named] = told(_("The rows of this page."))


def district_facts(district: District) -> dict[str, Any]:
    return named(district) | {"regency": district.regency}


def place_brief(place: Place) -> dict[str, Any]:
    """Where something is, from a place with its district."""
    return named(place) | {
        "district": district_facts(place.district),
        "point": {"latitude": place.latitude, "longitude": place.longitude},
    }


def place_facts(place: Place) -> dict[str, Any]:
    """All that is told of a place that has a page."""
    same = ("kind", "timezone", "visit_minutes", "effort", "minimum_age", "best_months")
    lines = ("closing_rules", "hazards")
    known = (
        *("village", "opening_hours", "hours_note", "fee_note", "season_note", "wheelchair"),
        *("stroller", "access_note"),
    )
    return (
        place_brief(place)
        | {name: getattr(place, name) for name in (*same, *lines)}
        | {name: getattr(place, name) or None for name in known}
        | {
            "url": address("destinations:destination", place.page_slug),
            "interests": [interest.slug for interest in place.interests.all()],
            "closures": [closure_facts(row) for row in place.closures.all()],
            "fees": [fee_facts(row) for row in place.fees.all()],
            "requirements": [requirement_facts(row) for row in place.requirements.all()],
            "sources": [site.address for site in place.source_sites],
            "updated_at": stamp(place.updated_at),
        }
    )


def closure_facts(closure: Closure) -> dict[str, Any]:
    return {
        "start_date": closure.starts_on.isoformat(),
        "end_date": closure.ends_on.isoformat() if closure.ends_on else None,
        "reason": closure.reason,
        "source": closure.source or None,
    }


def fee_facts(fee: Fee) -> dict[str, Any]:
    return {
        "audience": fee.audience,
        "weekday": fee.weekday_idr,
        "holiday": fee.holiday_idr,
        "currency": "IDR",
        "year": fee.year,
        "verified": fee.verified,
    }


def requirement_facts(row: Requirement) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "name": row.name,
        "how": row.how or None,
        "authority": row.authority or None,
        "lead_days": row.lead_days,
    }
