"""Why a date is what it is: the derivation of each holding of a year, as data."""

from datetime import date

from festivals.dates.forecasts import DateRule, Derivation


def explain(rule: DateRule, year: int) -> list[Derivation]:
    """The derivations of the holdings whose rule date lies in a civil year, in order."""
    forecasts = rule.forecasts(date(year, 1, 1), date(year, 12, 31))
    return [forecast.derivation for forecast in forecasts]
