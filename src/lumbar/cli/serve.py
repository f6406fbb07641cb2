"""`lumbar serve`: the site on this machine."""

from typing import Annotated

import typer

Host = Annotated[str, typer.Option(help="The address to listen on; the default answers this machine only.")]
Port = Annotated[int, typer.Option(help="The port; 0 takes any that is free.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser once Lumbar answers.")]


def serve(host: Host = "127.0.0.1", port: Port = 8000, browser: Browser = True) -> None:
    """Start Lumbar in the browser, until Ctrl+C.

    Example: lumbar serve --port 8100 --no-browser
    """
    from lumbar.site.serve import serve as serve_site

    serve_site(host, port, open_browser=browser)
