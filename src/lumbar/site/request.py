"""The request as our views get it: with the person whose journal it is."""

from django.http import HttpRequest

from lumbar.app.today import View
from lumbar.site.models.owner import Owner


class OwnedRequest(HttpRequest):
    """A request that `LocalOwner` has passed on; `owner` is read from the tables when it is first asked for.

    `seen` is what the desk said in this request, so that a page asks it once; writing sets it back to None.
    """

    owner: Owner
    seen: View | None
