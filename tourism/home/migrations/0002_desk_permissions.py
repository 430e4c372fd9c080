"""Let Wagtail's Editors and Moderators work at the desk: places, festivals, dates.

Districts and interests are the site's vocabulary and stay with Moderators. Nobody is given a
right to delete; the change log and the trips can only be looked at.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EVERYBODY = {
    ("destinations", "place"): ("add", "change", "view"),
    ("festivals", "festival"): ("add", "change", "view"),
    ("festivals", "edition"): ("add", "change", "view"),
    ("festivals", "editionchange"): ("view",),
    ("itineraries", "itinerary"): ("view",),
}
MODERATORS = EVERYBODY | {
    ("destinations", "district"): ("add", "change", "view"),
    ("destinations", "interest"): ("add", "change", "view"),
}
GROUPS = {"Editors": EVERYBODY, "Moderators": MODERATORS}


def permissions(apps, rights):
    for (app, model), actions in rights.items():
        yield from apps.get_model("auth", "Permission").objects.filter(
            content_type__app_label=app,
            content_type__model=model,
            codename__in=[f"{action}_{model}" for action in actions],
        )


def grant(apps, schema_editor):
    for app in ("destinations", "festivals", "itineraries"):
        config = apps.get_app_config(app)
        config.models_module = True  # Permissions are made after all migrations; these are early.
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    for name, rights in GROUPS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*permissions(apps, rights))


def revoke(apps, schema_editor):
    for name, rights in GROUPS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.remove(*permissions(apps, rights))


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("destinations", "0001_initial"),
        ("festivals", "0001_initial"),
        ("home", "0001_initial"),
        ("itineraries", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(grant, revoke)]
