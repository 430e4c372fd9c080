from destinations.models.access import BestTime, Closure, Fee, Requirement
from destinations.models.districts import District
from destinations.models.interests import Interest
from destinations.models.pages import DestinationIndexPage, DestinationPage
from destinations.models.places import Place

__all__ = [
    "BestTime",
    "Closure",
    "DestinationIndexPage",
    "DestinationPage",
    "District",
    "Fee",
    "Interest",
    "Place",
    "Requirement",
]
