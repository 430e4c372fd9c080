"""WRITE DOOR: a new fact with its first pages, one draft a language, all or nothing."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page


def branches(model: type[Page]) -> dict[str, Page]:
    """The branch of each language on which pages of a kind hang; the first where several do."""
    pages = model.objects.select_related("locale").order_by("-path")
    return {page.locale.language_code: page for page in pages}


@transaction.atomic
def found(
    fact: Any,
    *,
    interests: Iterable[Any],
    model: type[Page],
    link: str,
    summaries: Mapping[str, str],
    under: Mapping[str, Page],
    by: Any,
) -> dict[str, Page]:
    """Save a new fact and give it a draft in each language of `under`; return these.

    `link` is the field of the page that names the fact. The drafts share their slug and
    translation key, so Wagtail knows that they are one page. A second time the fact's slug is
    taken: the database refuses it (`IntegrityError`) and nothing is made.
    """
    fact.save(force_insert=True)
    fact.interests.set(interests)
    key, made = uuid4(), {}
    for language, branch in under.items():
        page = model(
            title=getattr(fact, f"name_{language}"),
            summary=summaries[language],
            slug=fact.slug,
            locale=branch.locale,
            translation_key=key,
            live=False,
            owner=by,
            **{link: fact},
        )
        branch.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=by, content_changed=True)
        page.save_revision(user=by, log_action=False)
        made[language] = page
    return made
