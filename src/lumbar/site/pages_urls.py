"""The addresses of the pages."""

from django.urls import path

from lumbar.site.pages import (
    exercises,
    morning,
    pictures,
    plan,
    profile,
    progress,
    ready,
    screening,
    session,
    settings,
    sheet,
    swap,
    today,
)

urlpatterns = [
    path("", today.today, name="today"),
    path("day/", today.choose_day, name="day"),
    path("swap/", swap.swap, name="swap"),
    path("print/", sheet.sheet, name="print"),
    path("signs/", screening.signs, name="signs"),
    path("screening/", screening.begin, name="screening"),
    path("screening/<slug:slug>/", screening.question, name="screening-question"),
    path("profile/", profile.edit, name="profile"),
    path("morning/", morning.morning, name="morning"),
    path("ready/", ready.ready, name="ready"),
    path("session/<uuid:session>/", session.player, name="session"),
    path("session/<uuid:session>/done/", session.done, name="done"),
    path("plan/", plan.plan, name="plan"),
    path("progress/", progress.progress, name="progress"),
    path("exercises/", exercises.library, name="exercises"),
    path("exercises/<slug:name>/", exercises.exercise, name="exercise"),
    path("static/figures/drawn/<str:file>", pictures.drawn, name="drawn"),
    path("settings/", settings.settings, name="settings"),
    path("settings/language/", settings.language, name="language"),
    path("settings/erase/", settings.erase, name="erase"),
]
