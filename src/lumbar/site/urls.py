"""Every address: the interface for the player here, the pages in `pages_urls`."""

from django.urls import URLPattern, URLResolver, include, path

from lumbar.site import api, figure_api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/events", api.events, name="api-events"),
    path("api/export", api.export, name="api-export"),
    path("figure/<slug:name>/<slug:body>.json", figure_api.clip, name="figure"),
    path("healthz", api.health, name="health"),
    path("", include("lumbar.site.pages_urls")),
]

handler404 = "lumbar.site.pages.not_found.not_found"
handler500 = "lumbar.site.pages.not_found.failed"
