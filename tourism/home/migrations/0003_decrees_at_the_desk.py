"""Let Wagtail's Editors and Moderators enter decrees; Moderators may take one back."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = {"Editors": ("add", "change", "view"), "Moderators": ("add", "change", "delete", "view")}


def permissions(apps, actions):
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="festivals",
        content_type__model="decree",
        codename__in=[f"{action}_decree" for action in actions],
    )


def grant(apps, schema_editor):
    config = apps.get_app_config("festivals")
    config.models_module = True  # Permissions are made after all migrations; these are early.
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    for name, actions in GROUPS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*permissions(apps, actions))


def revoke(apps, schema_editor):
    for name, actions in GROUPS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.remove(*permissions(apps, actions))


class Migration(migrations.Migration):
    dependencies = [
        ("festivals", "0004_calendars_and_decrees"),
        ("home", "0002_desk_permissions"),
    ]
    operations = [migrations.RunPython(grant, revoke)]
