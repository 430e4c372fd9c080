"""What machines read in a page: facts as JSON-LD, in a data block that no browser runs."""

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
# A name may hold what would end the block; JSON says the same letters in another way.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


@register.simple_tag
def json_ld(facts: Any) -> SafeString:
    """Facts of schema.org as they stand in a page; nothing where there are none."""
    if not facts:
        return SafeString("")
    graph = {"@context": "https://schema.org", "@graph": facts}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    block = f'<script type="application/ld+json">{text}</script>'
    return mark_safe(block)  # noqa: S308  (what could end the block is escaped above)
