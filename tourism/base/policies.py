"""Who may do what with rows that the site must be able to answer for."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class KeptPolicy(ModelPermissionPolicy):
    """Rows that are never deleted: calendars and plans out there still point at them."""

    refused: tuple[str, ...] = ("delete",)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in self.refused and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: list[str]) -> bool:
        return super().user_has_any_permission(user, set(actions) - set(self.refused))


class ReadOnlyPolicy(KeptPolicy):
    """Rows that only doors write."""

    refused = ("add", "change", "delete", "copy")
