from festivals.models.changes import EditionChange
from festivals.models.decrees import Decree
from festivals.models.editions import Edition
from festivals.models.entries import FeedEntry
from festivals.models.festivals import Festival
from festivals.models.imports import Import, ImportRow
from festivals.models.notices import ChangeList, Notice, Published
from festivals.models.operators import FeedDay, FeedKey, Operator, Subscription, Tour
from festivals.models.pages import FestivalIndexPage, FestivalPage
from festivals.models.programme import ProgrammePart
from festivals.models.seasons import Season

__all__ = [
    "ChangeList",
    "Decree",
    "Edition",
    "EditionChange",
    "FeedDay",
    "FeedEntry",
    "FeedKey",
    "Festival",
    "FestivalIndexPage",
    "FestivalPage",
    "Import",
    "ImportRow",
    "Notice",
    "Operator",
    "ProgrammePart",
    "Published",
    "Season",
    "Subscription",
    "Tour",
]
