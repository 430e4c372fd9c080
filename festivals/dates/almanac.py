"""All that a rule may ask: the calendars under the decrees known, and other festivals' rules."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from festivals.dates.anchors import AnchorSource, DaysOfMonth
from festivals.dates.chinese import Chinese
from festivals.dates.decrees import MONTH, Decree, latest, shipped
from festivals.dates.hijri import Hijri
from festivals.dates.holy_days import HolyDay, VesakMoon
from festivals.dates.javanese import LEAP_YEARS, Javanese
from festivals.dates.lunar import LunarCalendar
from festivals.dates.reading import RuleError, gettext_noop
from festivals.dates.saka import FIRST_MONTH, Saka

MONTH_CALENDARS = ("hijri", "javanese", "chinese", "balinese_saka")


class Almanac:
    """The calendars of the region.

    `decrees` in the order of their trust, a later one outranking an earlier one of the same
    month; `rules` are the rules of festivals by slug, for those that follow another;
    `leap_years` are those of the Javanese windu (see `javanese`).
    """

    def __init__(
        self,
        decrees: Iterable[Decree] | None = None,
        *,
        rules: Mapping[str, object] | None = None,
        leap_years: tuple[int, int, int] = LEAP_YEARS,
    ) -> None:
        self.decrees = latest(shipped() if decrees is None else decrees)
        self.rules: Mapping[str, object] = {} if rules is None else rules
        self.leap_years = leap_years

    @cached_property
    def hijri(self) -> Hijri:
        months = (decree for decree in self.decrees.values() if decree.kind == MONTH)
        return Hijri({(d.year, d.month): (d.day, d.source) for d in months})

    @cached_property
    def saka(self) -> Saka:
        days = (decree for decree in self.decrees.values() if decree.kind == "nyepi")
        return Saka({decree.day.year - 78: (decree.day, decree.source) for decree in days})

    def javanese(self, kurup: str = "asapon") -> Javanese:
        return javanese(kurup, self.leap_years)

    def calendar(self, name: str, kurup: str = "asapon") -> LunarCalendar:
        """A calendar of months by its name in a rule."""
        match name:
            case "hijri":
                return self.hijri
            case "javanese":
                return self.javanese(kurup)
            case "chinese":
                return Chinese()
        return self.saka

    def holy_day(self, event: str) -> HolyDay:
        """A national day by its name."""
        reckoned: dict[str, AnchorSource] = {
            "nyepi": DaysOfMonth(self.saka, FIRST_MONTH, 1, 1),
            "imlek": DaysOfMonth(Chinese(), 1, 1, 1),
            "isra-mikraj": DaysOfMonth(self.hijri, 7, 27, 27),
            "waisak": VesakMoon(),
        }
        days = (decree for decree in self.decrees.values() if decree.kind == event)
        return HolyDay(event, reckoned[event], {decree.day: decree.source for decree in days})

    def with_rule(self, slug: str, rule: object) -> "Almanac":
        """The same, were this the rule of a festival."""
        rules = dict(self.rules) | {slug: rule}
        return Almanac(self.decrees.values(), rules=rules, leap_years=self.leap_years)

    def rule_of(self, slug: str) -> object:
        """The stored rule of a festival."""
        if slug not in self.rules:
            raise RuleError(
                gettext_noop("“%(slug)s” is no festival here; give the slug of one."), slug=slug
            )
        return self.rules[slug]


@cache
def javanese(kurup: str, leap_years: tuple[int, int, int]) -> Javanese:
    return Javanese(kurup, leap_years)
