"""Know when a festival last changed: its feed entries are stamped with it."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("festivals", "0001_initial")]
    operations = [
        migrations.AddField(
            "festival",
            "updated_at",
            models.DateTimeField(auto_now=True, default=timezone.now),
            preserve_default=False,
        ),
    ]
