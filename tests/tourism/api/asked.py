"""What the API answers, read as a program reads it."""

from typing import Any

from django.test import Client

ROOT = "/api/v1/"


def told(client: Client, path: str, **headers: str) -> Any:
    """The JSON of an answer that went well."""
    response = client.get(f"{ROOT}{path}", headers=headers or {"accept-language": "en"})
    assert response.status_code == 200, response.content
    assert response["Content-Type"].startswith("application/json")
    return response.json()


def uids(client: Client, query: str = "") -> set[str]:
    return {row["uid"] for row in told(client, f"editions?limit=200&{query}".rstrip("&"))["items"]}


def slugs(client: Client, path: str) -> list[str]:
    return [row["slug"] for row in told(client, path)["items"]]


def problem(client: Client, path: str, status: int, **headers: str) -> dict[str, Any]:
    """The problem of an answer that went wrong."""
    response = client.get(f"{ROOT}{path}", headers=headers or {"accept-language": "en"})
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    found = response.json()
    assert found["status"] == status
    assert {"type", "title", "detail"} <= set(found)
    return found
