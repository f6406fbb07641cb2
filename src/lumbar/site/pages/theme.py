"""The theme of every page: light, dark, or what the device asks for."""

from django.http import HttpRequest


def theme(request: HttpRequest) -> dict[str, str]:
    """Return the theme a template shows; empty follows the device."""
    owner = getattr(request, "owner", None)
    return {"theme": getattr(owner, "theme", "")}
