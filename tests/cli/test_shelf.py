"""The shelf finds the shipped files wherever the package lies, and says what is wrong with others."""

from pathlib import Path

import pytest

from lumbar.app.shelf import check_shelf, load_catalogue, read_files
from lumbar.errors import CatalogueError, UnavailableError


def test_the_shipped_files_make_a_catalogue_without_a_fault() -> None:
    catalogue, faults = check_shelf()
    assert faults == ()
    assert {f"{name}.toml" for name in catalogue.exercises} == set(read_files())


def test_the_catalogue_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()


def test_a_broken_file_is_named_and_the_rest_still_stands(tmp_path: Path) -> None:
    files = dict(read_files())
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "superman.toml").write_text("id = \n", encoding="utf-8")
    catalogue, faults = check_shelf(tmp_path)
    assert "bird-dog" in catalogue.exercises
    assert any(fault.file == "superman.toml" and fault.line == 1 for fault in faults)
    with pytest.raises(CatalogueError, match=r"superman\.toml:1"):
        load_catalogue(tmp_path)


def test_a_folder_that_is_not_there_or_holds_nothing_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError, match="There is no folder"):
        check_shelf(tmp_path / "nowhere")
    with pytest.raises(UnavailableError, match="holds no exercise file"):
        check_shelf(tmp_path)


def test_a_file_that_is_not_text_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "bird-dog.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnavailableError, match="cannot be read as UTF-8"):
        check_shelf(tmp_path)
