"""Let Wagtail's Editors and Moderators enter school breaks."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ("Editors", "Moderators")


def permissions(apps):
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="festivals", content_type__model="season"
    )


def grant(apps, schema_editor):
    config = apps.get_app_config("festivals")
    config.models_module = True  # Permissions are made after all migrations; these are early.
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*permissions(apps))


def revoke(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*permissions(apps))


class Migration(migrations.Migration):
    dependencies = [
        ("festivals", "0006_what_was_planned"),
        ("home", "0003_decrees_at_the_desk"),
    ]
    operations = [migrations.RunPython(grant, revoke)]
