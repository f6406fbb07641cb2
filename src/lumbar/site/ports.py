"""The port to listen on: whether it is free, and what to say when it is not."""

import socket
from typing import Final

from lumbar.errors import UnavailableError

TRIED: Final = 20  # our choice: how many ports after the taken one are looked at
ANSWER_S: Final = 3.0  # our choice: how long [s] a Lumbar that has just begun, or is at work, may take to say who it is
LONG_ENOUGH: Final = 65_536  # bytes after which it is not us: another program may never stop talking
HELLO: Final = b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n"


def bound_socket(host: str, port: int) -> socket.socket:
    """Return a socket that holds `port` on `host`, ready to listen on; 0 takes any free one.

    Raises:
        UnavailableError: If the port is taken or not allowed; it says by whom, where it can, and which one is free.
    """
    if not 0 <= port <= 65_535:  # noqa: PLR2004 - the numbers a port has
        raise UnavailableError(f"There is no port {port}; ports go from 1 to 65535.")
    try:
        return _bind(host, port)
    except PermissionError:
        raise UnavailableError(f"Port {port} may not be used without rights. Try --port {_free(host, 8000)}.") from None
    except OSError as error:
        if _is_elsewhere(host):
            raise UnavailableError(
                f"Lumbar cannot listen on {host} ({error.strerror}); it is no address of this machine. "
                "Start it without --host to answer this machine only."
            ) from None
        raise UnavailableError(_taken(host, port, error)) from None


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, it and what it accepts are sent on at once; else each answer might wait 40 ms for more to send.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def _is_elsewhere(host: str) -> bool:
    """Return whether no port of `host` can be listened on, so that it is not this machine's address."""
    try:
        _bind(host, 0).close()
    except OSError:
        return True
    return False


def _free(host: str, port: int) -> int:
    """Return a free port after `port`, the nearest there is."""
    for other in [*range(port + 1, min(port + 1 + TRIED, 65_536)), 0]:
        try:
            with _bind(host, other) as held:
                return int(held.getsockname()[1])
        except OSError:
            continue
    return port


def _taken(host: str, port: int, error: OSError) -> str:
    if _is_lumbar(host, port):
        return f"Lumbar is running already: open http://{host}:{port}/ or stop it first."
    return (
        f"Port {port} on {host} cannot be used ({error.strerror}); another program has it. "
        f"Port {_free(host, port)} is free: try --port {_free(host, port)}."
    )


def _is_lumbar(host: str, port: int) -> bool:
    """Return whether what listens there answers as Lumbar does."""
    try:
        with socket.create_connection((host, port), timeout=ANSWER_S) as asked:
            asked.sendall(HELLO)
            answer = b""
            while len(answer) < LONG_ENOUGH and (chunk := asked.recv(4096)):
                answer += chunk
    except OSError:
        return False
    return b'"lumbar"' in answer
