"""The request as our views get it: with the person whose journal it is."""

from django.http import HttpRequest

from lumbar.site.models.owner import Owner


class OwnedRequest(HttpRequest):
    """A request that `LocalOwner` has passed on; `owner` is read from the tables when it is first asked for."""

    owner: Owner
