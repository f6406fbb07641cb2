"""An exercise's page: what it needs, and a picture that shows all of the person."""

from dataclasses import replace
from typing import Final

from django.test import Client

from lumbar.app.shelf import load_catalogue
from lumbar.body.anthropometry import Sex
from lumbar.site.pages.figure import figure_of
from tests.figure.made import needs_bodies

SEXES: Final[tuple[Sex | None, ...]] = (None, "female", "male")


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


@needs_bodies
def test_the_figure_is_told_what_it_shows_and_its_buttons_wait_for_it(client: Client) -> None:
    html = client.get("/exercises/bird-dog/").content.decode()
    assert 'data-clip="/figure/bird-dog/BODY.json"' in html
    assert 'data-side="alternating" data-hold="2"' in html
    assert 'data-body="woman"' in html
    assert 'id="figure-buttons" role="group" aria-label="The figure" hidden' in html


@needs_bodies
def test_who_said_to_be_a_man_is_shown_one() -> None:
    bird_dog = load_catalogue().exercise("bird-dog")
    bodies = {sex: figure_of(bird_dog, 2, sex) for sex in SEXES}
    assert [found and found.body for found in bodies.values()] == ["woman", "woman", "man"]


def test_an_exercise_without_key_poses_has_no_figure() -> None:
    assert figure_of(replace(load_catalogue().exercise("bird-dog"), motion=None), 2, None) is None
