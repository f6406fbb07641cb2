"""Settings: how things are shown and said, everything out, everything gone."""

from typing import Final

from django.conf import settings as django_settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from lumbar.site.home import data_home
from lumbar.site.pages.answers import one_of
from lumbar.site.pages.camera import camera_addresses
from lumbar.site.pages.desk import state_of
from lumbar.site.pages.form_only import form_of
from lumbar.site.pages.profile import choices
from lumbar.site.request import OwnedRequest

LANGUAGES: Final = (("", gettext_noop("Like the browser")), ("en", "English"), ("es", "Español"))
THEMES: Final = (
    ("", gettext_noop("Like the device")),
    ("light", gettext_noop("Light")),
    ("dark", gettext_noop("Dark")),
)
ERASE_WORD: Final = gettext_noop("erase")


def settings(request: OwnedRequest) -> HttpResponse:
    """Show the settings, or save how things are shown."""
    if request.method == "POST":
        return _save(request)
    return _page(request)


def _page(request: OwnedRequest, *, fault: str = "", status: int = 200) -> HttpResponse:
    owner = request.owner
    context = {
        "section": "settings",
        "saved": "saved" in request.GET,
        "mass": choices((("kg", "kg", ""), ("lb", "lb", "")), owner.mass_unit),
        "length": choices((("cm", "cm", ""), ("in", "in", "")), owner.length_unit),
        "voice": choices(on_or_off(), "on" if owner.voice else "off"),
        "camera": choices(on_or_off(), "on" if owner.camera else "off") if camera_addresses() else (),
        "languages": choices(((v, t if v else gettext(t), "") for v, t in LANGUAGES), owner.language),
        "themes": choices(((v, gettext(t), "") for v, t in THEMES), owner.theme),
        "has_profile": state_of(request).person is not None,
        "home": data_home(),
        "erase_word": gettext(ERASE_WORD),
        "fault": fault,
    }
    return render(request, "lumbar/settings.html", context, status=status)


def on_or_off() -> tuple[tuple[str, str, str], ...]:
    """Return the two answers of a switch."""
    return (("on", gettext("On"), ""), ("off", gettext("Off"), ""))


def _save(request: OwnedRequest) -> HttpResponse:
    owner, post = request.owner, request.POST
    owner.mass_unit = one_of(post, "mass", ("kg", "lb")) or owner.mass_unit
    owner.length_unit = one_of(post, "length", ("cm", "in")) or owner.length_unit
    owner.theme = one_of(post, "theme", ("light", "dark"))
    owner.language = one_of(post, "language", ("en", "es"))
    owner.voice = post.get("voice", "on") != "off"
    owner.camera = post.get("camera", "on" if owner.camera else "off") == "on"
    owner.save(update_fields=owner.likings)
    return _with_language(HttpResponseRedirect(f"{reverse('settings')}?saved"), owner.language)


def _with_language(response: HttpResponse, language: str) -> HttpResponse:
    if language:
        response.set_cookie(
            django_settings.LANGUAGE_COOKIE_NAME, language, max_age=31_536_000, httponly=True, samesite="Strict"
        )
    else:
        response.delete_cookie(django_settings.LANGUAGE_COOKIE_NAME)
    return response


@form_of("today")
def language(request: OwnedRequest) -> HttpResponse:
    """Change the language, from the welcome page."""
    owner = request.owner
    owner.language = one_of(request.POST, "language", ("en", "es"))
    owner.save(update_fields=["language"])
    return _with_language(redirect("today"), owner.language)


@form_of("settings")
def erase(request: OwnedRequest) -> HttpResponse:
    """Erase everything of this person, once they have written the word."""
    from lumbar.site.erase import erase_everything

    typed = request.POST.get("word", "").strip().casefold()
    if typed not in {gettext(ERASE_WORD).casefold(), ERASE_WORD}:
        fault = gettext("Write the word “{word}” to erase everything. Nothing has been erased.")
        return _page(request, fault=fault.format(word=gettext(ERASE_WORD)), status=422)
    erase_everything(request.owner.pk)
    return redirect("today")
