"""PURE: what a page still lacks, each with a sentence and the place to mend it.

Nothing here asks the database: words, pictures and the pages of the other languages are
gathered by `tourism.base.gathering`, for one page or for a list of them alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language_info, gettext


@dataclass(frozen=True)
class Check:
    """One thing that is missing.

    `field` is the field that mends it: of the page's own form, or of the form at `url`.
    """

    kind: str
    sentence: str
    field: str
    url: str = ""


@dataclass(frozen=True)
class Words:
    """What a page says, as it was last saved, draft or not. Pictures by number."""

    summary: str
    cover: int | None
    in_body: tuple[int, ...]


@dataclass(frozen=True)
class OtherPage:
    """The same page in another language."""

    pk: int
    is_live: bool


def check_words(
    page: int,
    words: Words,
    pictures: Mapping[int, Any],
    others: Mapping[str, OtherPage | None],
) -> list[Check]:
    """What the words of a page lack; `others` has an entry for each other language."""
    found = []
    if not words.summary.strip():
        found.append(Check("summary", gettext("The summary is missing."), "summary"))
    if words.cover is None:
        sentence = gettext("There is no cover picture; a drawing stands in.")
        found.append(Check("cover", sentence, "cover"))
    elif words.cover in pictures:
        found += check_cover(pictures[words.cover])
    for number in dict.fromkeys(words.in_body):
        if number in pictures:
            found += check_picture(pictures[number], "body")
    return found + check_others(page, others)


def check_cover(picture: Any) -> list[Check]:
    found = check_picture(picture, "cover")
    if not picture.is_wide_enough:
        sentence = gettext("The cover “%(title)s” is %(width)s pixels wide; it will be blurred.")
        named = sentence % {"title": picture.title, "width": picture.width}
        found.append(Check("narrow", named, "cover"))
    return found


def check_picture(picture: Any, where: str) -> list[Check]:
    """What a picture lacks that is shown beside it, or read out in its place."""
    form = reverse("wagtailimages:edit", args=[picture.pk])
    titled = {"title": picture.title}
    found = []
    if not picture.credit.strip():
        sentence = gettext("The picture “%(title)s” has no credit.") % titled
        found.append(Check(f"credit-{where}", sentence, "credit", f"{form}#id_credit"))
    if not picture.description.strip():
        sentence = gettext("The picture “%(title)s” has no description (alt text).") % titled
        found.append(
            Check(f"description-{where}", sentence, "description", f"{form}#id_description")
        )
    return found


def check_others(page: int, others: Mapping[str, OtherPage | None]) -> list[Check]:
    """Languages in which the page cannot be read."""
    found = []
    for code, other in others.items():
        language = {"language": get_language_info(code)["name_translated"]}
        if other is None:
            url = reverse("wagtail_localize:submit_page_translation", args=[page])
            sentence = gettext("There is no page in %(language)s.") % language
            found.append(Check("no-translation", sentence, "locales", url))
        elif not other.is_live:
            url = reverse("wagtailadmin_pages:edit", args=[other.pk])
            sentence = gettext("The page in %(language)s is a draft.") % language
            found.append(Check("draft-translation", sentence, "title", url))
    return found


def pictures_in(blocks: Iterable[Any]) -> tuple[int, ...]:
    """The numbers of the pictures in the stored form of a body, galleries too, in their order."""
    found: list[int] = []
    for block in blocks:
        value = block.get("value", block)  # Old lists hold values without a frame.
        if isinstance(value, list):
            found += pictures_in(value)
        elif isinstance(value, dict) and value.get("image"):
            found.append(value["image"])
    return tuple(found)
