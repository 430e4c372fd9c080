"""Know when a place last changed: its feed entries are stamped with it."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("destinations", "0001_initial")]
    operations = [
        migrations.AddField(
            "place",
            "updated_at",
            models.DateTimeField(auto_now=True, default=timezone.now),
            preserve_default=False,
        ),
    ]
