"""What a web server calls: `uvicorn tourism.asgi`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tourism.settings.base")

application = get_asgi_application()
