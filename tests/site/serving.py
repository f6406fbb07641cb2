"""Lumbar started in a process of its own, and asked over the wire."""

import http.client
import json
from contextlib import closing
from urllib.parse import urlsplit

SERVE = "from lumbar.site.serve import serve; serve(port={port}, open_browser={browser})"


def ask(address: str, method: str, path: str, body: object = None) -> tuple[int, dict[str, object]]:
    """Return the status and the JSON of an answer; a body is sent as JSON, with the token."""
    with closing(http.client.HTTPConnection(urlsplit(address).netloc)) as opened:
        token = "x" * 32
        headers = {"Content-Type": "application/json", "Cookie": f"lumbar_csrf={token}", "X-CSRFToken": token}
        opened.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = opened.getresponse()
        return answer.status, json.loads(answer.read())
