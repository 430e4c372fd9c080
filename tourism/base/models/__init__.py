from tourism.base.models.images import CreditedImage, CreditedRendition
from tourism.base.models.labels import InLanguage, Label
from tourism.base.models.pages import ProsePage
from tourism.base.models.users import User
from tourism.base.models.writes import ShownSince, ShownWrite

__all__ = [
    "CreditedImage",
    "CreditedRendition",
    "InLanguage",
    "Label",
    "ProsePage",
    "ShownSince",
    "ShownWrite",
    "User",
]
