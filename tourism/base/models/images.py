"""Pictures with the name of whoever made them, and without where that was."""

from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from tourism.base.stripping import stripped


class CreditedImage(AbstractImage):
    """A picture of the office, shown with its credit wherever it is shown.

    Whichever way a file comes (the form, many at once, a command), what the camera wrote
    into it about its owner and position is dropped before anybody can fetch it.
    """

    WIDE_ENOUGH = 1600  # pixels, for a cover on a wide screen

    credit = models.CharField(_("credit"), max_length=120, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    @property
    def default_alt_text(self) -> str:
        """What it shows, or nothing: the name of a file says nothing to who hears it."""
        return self.description

    @property
    def is_wide_enough(self) -> bool:
        return self.width >= self.WIDE_ENOUGH

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new file without its notes, also where no form of Wagtail has seen it."""
        if self.file and not self.file._committed:
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def _set_image_file_metadata(self) -> None:
        """Wagtail calls this for every new file, to measure it."""
        self.drop_notes()
        super()._set_image_file_metadata()

    def drop_notes(self) -> None:
        """Put a file without notes in the place of the one that came."""
        self.file.open()
        clean = stripped(self.file)
        self.file.seek(0)
        if clean is None:
            return
        if self.file._committed:
            self.file.storage.delete(self.file.name)
        self.file = ContentFile(clean, PurePosixPath(self.file.name).name)


class CreditedRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(CreditedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_is_made_once"
            )
        ]
