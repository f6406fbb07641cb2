"""The way in for a server that speaks ASGI."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lumbar.site.settings")
django.setup()

from lumbar.site.handler import Handler  # noqa: E402 - middleware is loaded once Django is set up

application = Handler()
