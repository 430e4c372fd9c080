"""Everything that the checks of pages look at, in as many queries for a list as for one page."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from tourism.base.checking import Check, OtherPage, Words, check_words, pictures_in

Others = dict[int, dict[str, OtherPage | None]]


def checks_of(pages: Sequence[Any], others: Others) -> dict[int, list[Check]]:
    """What each page of one kind lacks, by its number, as it was last saved.

    `others` come from `other_pages()`; of its facts the kind itself knows (`fact_checks`).
    """
    if not pages:
        return {}
    words = words_of(pages)
    numbers = {number for said in words.values() for number in (said.cover, *said.in_body)}
    pictures = get_image_model().objects.in_bulk(numbers - {None})
    of_facts = type(pages[0]).fact_checks(pages)
    return {
        page.pk: [
            *check_words(page.pk, words[page.pk], pictures, others[page.pk]),
            *of_facts.get(page.pk, []),
        ]
        for page in pages
    }


def words_of(pages: Sequence[Any]) -> dict[int, Words]:
    """The words of the latest revision, or of the page itself where it has none. Two queries."""
    rows = type(pages[0]).objects.filter(pk__in=[page.pk for page in pages])
    stored = rows.values_list("pk", "summary", "cover", "body", "latest_revision")
    found, latest = {}, []
    for pk, summary, cover, body, revision in stored:
        found[pk] = Words(summary, cover, pictures_in(body.raw_data))
        latest.append(revision)
    drafts = Revision.objects.filter(pk__in=filter(None, latest))
    for pk, content in drafts.values_list("object_id", "content"):
        found[int(pk)] = words_in(content)
    return found


def words_in(content: Mapping[str, Any]) -> Words:
    """The words in the stored form of a revision."""
    body = json.loads(content.get("body") or "[]")
    return Words(content.get("summary") or "", content.get("cover"), pictures_in(body))


def other_pages(pages: Sequence[Page]) -> Others:
    """The same pages in the other languages of the site. One query."""
    keys = [page.translation_key for page in pages]
    rows = Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key", "locale__language_code", "pk", "live"
    )
    known = {(key, code): OtherPage(pk, live) for key, code, pk, live in rows}
    codes = [code for code, _name in settings.LANGUAGES]
    return {
        page.pk: {
            code: other
            for code in codes
            for other in [known.get((page.translation_key, code))]
            if other is None or other.pk != page.pk
        }
        for page in pages
    }
