"""What a web server calls: `gunicorn tourism.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tourism.settings.base")

application = get_wsgi_application()
