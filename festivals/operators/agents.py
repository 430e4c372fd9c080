"""Which kind of calendar app fetched a feed, by what it calls itself."""

from festivals.models import FeedDay

App = FeedDay.App
NAMED = (  # The first word that is found decides, so the more telling ones come first.
    ("google-calendar-importer", App.GOOGLE),
    ("googlebot", App.OTHER),
    ("thunderbird", App.THUNDERBIRD),
    ("lightning/", App.THUNDERBIRD),
    ("outlook", App.OUTLOOK),
    ("microsoft exchange", App.OUTLOOK),
    ("microsoft.exchange", App.OUTLOOK),
    ("microsoft office", App.OUTLOOK),
    ("dataaccessd", App.APPLE),
    ("calendaragent", App.APPLE),
    ("calendarstore", App.APPLE),
    ("icalendaragent", App.APPLE),
    ("ical/", App.APPLE),
    ("google", App.GOOGLE),
)


def app_of(agent: str) -> FeedDay.App:
    """The family of an app; `OTHER` for what is not known."""
    words = agent.casefold()
    return next((app for name, app in NAMED if name in words), App.OTHER)
