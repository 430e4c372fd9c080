"""The words of schema.org that every room says: where a page hangs, what the site is.

Builders take what is known and give plain dictionaries; what is not known is left out.
"""

from typing import Any

Facts = dict[str, Any]


def known(facts: Facts) -> Facts:
    """Without what nobody knows."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def breadcrumb(*steps: tuple[str, str]) -> Facts:
    """Where a page hangs: (name, whole address) from the home page down."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(*, name: str, description: str, home: str, search: str, language: str) -> Facts:
    """The site in one language. `search` is the address of the search page."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return known(
        {
            "@type": "WebSite",
            "name": name,
            "description": description,
            "url": home,
            "inLanguage": language,
            "potentialAction": action,
        }
    )
