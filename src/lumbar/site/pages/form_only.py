"""Addresses that only take forms: whoever merely looks at one is led to the page that has the form."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect

from lumbar.site.request import OwnedRequest

View = Callable[[OwnedRequest], HttpResponse]


def form_of(page: str) -> Callable[[View], View]:
    """Let a view see forms only; everything else, such as a page opened again, goes to `page`."""

    def only(view: View) -> View:
        @wraps(view)
        def answer(request: OwnedRequest) -> HttpResponse:
            return view(request) if request.method == "POST" else redirect(page)

        return answer

    return only
