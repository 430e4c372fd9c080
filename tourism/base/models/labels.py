"""Names of facts: one column a language, so that no language ever owns a fact."""

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class InLanguage:
    """Reads `note_en` or `note_id` as `note`, by the active language.

    With `lines=True` the text is a list, one entry a line.
    """

    def __init__(self, *, lines: bool = False) -> None:
        self.lines = lines

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def column(self) -> str:
        """The column that holds the text of the active language."""
        return f"{self.name}_{'en' if get_language() == 'en' else 'id'}"

    def __get__(self, row: models.Model | None, owner: type) -> Any:
        if row is None:
            return self
        text = getattr(row, self.column())
        return text.splitlines() if self.lines else text


class Label(models.Model):
    """A row that is known by a slug, the same in every language, and a name in each."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_id = models.CharField(_("name in Indonesian"), max_length=120)

    name = InLanguage()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name
