"""Who works at the desk."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tourism.base.models import User


@pytest.fixture
def editor(homes) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor", password="secret"))
    return client


@pytest.fixture
def member(homes) -> Client:
    """Somebody of Wagtail's group Editors, with no other right."""
    user = User.objects.create_user("member", password="secret", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client
