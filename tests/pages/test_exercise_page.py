"""An exercise's page: what it needs, and a picture that shows all of the person."""

from django.test import Client


def test_an_exercise_at_a_wall_needs_a_wall_and_no_mat(client: Client) -> None:
    html = client.get("/exercises/wall-squat/").content.decode()
    assert "Nothing but a wall." in html
    assert "mat" not in html.split("<h2>What you need</h2>")[1].split("</section>")[0]


def test_who_stands_is_shown_from_head_to_foot(client: Client) -> None:
    assert 'class="plate wide tall"' in client.get("/exercises/heel-raise/").content.decode()
    assert 'class="plate wide"' in client.get("/exercises/bird-dog/").content.decode()


def test_a_ladder_of_one_rung_does_not_speak_of_climbing(client: Client) -> None:
    assert "you climb a rung" not in client.get("/exercises/knee-to-chest/").content.decode()
    assert "you climb a rung" in client.get("/exercises/bird-dog/").content.decode()
