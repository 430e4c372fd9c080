"""The form of a picture at the desk, with what a visitor will miss."""

from typing import Any

from django.utils.translation import gettext
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Says what a picture is to have, and of a stored one what it lacks; refuses nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        picture = self.instance
        if "description" in self.fields:
            self.fields["description"].help_text = gettext(
                "What it shows, for people who do not see it. A page is checked for it."
            )
        if "credit" in self.fields:
            self.fields["credit"].help_text = gettext(
                "Who made it, and its licence; shown beside it. A page is checked for it."
            )
        if "file" in self.fields:
            self.fields["file"].help_text += " " + gettext(
                "At least %(pixels)s pixels wide is best. Where and by whom a camera took it is "
                "dropped from the file."
            ) % {"pixels": picture.WIDE_ENOUGH}
        if picture.pk and not picture.is_wide_enough:
            self.fields["title"].help_text = gettext(
                "This picture is %(width)s pixels wide; as a cover it will be blurred. "
                "%(pixels)s are best."
            ) % {"width": picture.width, "pixels": picture.WIDE_ENOUGH}
