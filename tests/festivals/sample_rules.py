"""Date rules that many tests ask."""

ALIYAN = {
    "calendar": "hijri",
    "month": 1,
    "day": 1,
    "pick": {"type": "nth_weekday_after", "weekday": "SU", "n": 1},
}
TUMPENG = {
    "calendar": "hijri",
    "month": 12,
    "day": 1,
    "pick": {"type": "first_weekday_on_or_after", "weekdays": ["TH", "SU"]},
}
CARNIVAL = {
    "calendar": "gregorian",
    "rule": "FREQ=YEARLY;BYMONTH=7;BYDAY=2SA",
    "status": "pattern",
    "uncertainty_days": 14,
}
