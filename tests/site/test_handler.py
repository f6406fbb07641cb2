"""Many requests at once, as two tabs and an offline queue send them: everything is stored, once."""

import http.client
import json
import threading
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from lumbar.exchange.archive import event_to_dict
from tests.site.serving import ask
from tests.store.programs import program
from tests.store.samples import EXERCISES, set_done, started

READING = """
from lumbar.site.local import open_store
store, owner = open_store()
for number, event in store.events(owner):
    print(event.id)
"""


def test_a_body_without_end_is_not_taken_in(address: str) -> None:
    with closing(http.client.HTTPConnection(urlsplit(address).netloc)) as opened:
        pieces = (b"x" * 65_536 for _ in range(65))
        opened.request("POST", "/api/events", pieces, {"Transfer-Encoding": "chunked"}, encode_chunked=True)
        assert opened.getresponse().status == 413
    assert ask(address, "GET", "/healthz")[0] == 200


def test_someone_who_hangs_up_in_mid_sentence_does_no_harm(address: str) -> None:
    with closing(http.client.HTTPConnection(urlsplit(address).netloc)) as opened:
        opened.putrequest("POST", "/api/events")
        opened.putheader("Content-Length", "1000")
        opened.endheaders(b'{"events": [')
    assert ask(address, "GET", "/healthz")[0] == 200


def test_a_policy_comes_with_what_the_server_refuses_too(address: str) -> None:
    with closing(http.client.HTTPConnection(urlsplit(address).netloc)) as opened:
        opened.request("GET", "/", headers={"Host": "evil.example"})
        answer = opened.getresponse()
        assert answer.status == 400
        assert "default-src 'none'" in (answer.headers["Content-Security-Policy"] or "")


def test_four_tabs_sending_the_same_sets_at_once_store_each_once(address: str, tmp_path: Path) -> None:
    sets = [set_done(exercise=exercise, number=number) for exercise in EXERCISES for number in (1, 2, 3)]
    bodies = [{"events": [event_to_dict(started())]}, *({"events": [event_to_dict(one)]} for one in sets)]
    answers: list[dict[str, object]] = []

    def tab() -> None:
        for body in bodies:
            status, answer = ask(address, "POST", "/api/events", body)
            assert status == 200
            answers.append(answer)

    tabs = [threading.Thread(target=tab) for _ in range(4)]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    stored = json.dumps([answer["stored"] for answer in answers])
    assert all(stored.count(str(event.id)) == 1 for event in (started(), *sets))
    assert [answer["refused"] for answer in answers] == [[]] * 4 * len(bodies)
    there = program(tmp_path, READING).stdout.split()
    assert sorted(there) == sorted(str(event.id) for event in (started(), *sets))
