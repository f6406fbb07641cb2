"""Boxes: what is built can be found again, and what is torn is said to be."""

from io import BytesIO
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumbar.vision.boxes import box, boxes_in, copy_part, find_box, last_box, table

NESTED = box(b"free") + box(b"moov", box(b"mvhd", b"head"), box(b"trak", table(b"tkhd", 7, 8)))


def test_a_box_is_found_inside_others_with_its_numbers() -> None:
    assert find_box(NESTED, b"moov", b"trak", b"tkhd").numbers(12, 2) == (7, 8)
    assert find_box(NESTED, b"moov", b"mvhd").data[8:] == b"head"


def test_a_box_knows_where_it_begins_in_its_file() -> None:
    assert [(one.kind, one.begins) for one in boxes_in(NESTED)] == [(b"free", 0), (b"moov", 8)]
    found = find_box(NESTED, b"moov", b"trak", b"tkhd")
    assert NESTED[found.begins : found.begins + len(found.data)] == found.data


def test_a_length_may_be_written_in_eight_bytes() -> None:
    (long,) = boxes_in(pack(">I4sQ", 1, b"mdat", 20) + b"four")
    assert (long.kind, len(long.data)) == (b"mdat", 20)


@pytest.mark.parametrize(
    "torn",
    [NESTED[:-3], b"\0\0\0\4free", b"\xff\xff\xff\xfffree", b"\0\0\0\1mdat"],
    ids=["cut", "short", "long", "half"],
)
def test_what_is_torn_is_no_box(torn: bytes) -> None:
    with pytest.raises(ValueError, match="no box"):
        list(boxes_in(torn))


def test_a_box_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(ValueError, match="no box moov/udta"):
        find_box(NESTED, b"moov", b"udta")


@given(before=st.lists(st.binary(max_size=40), max_size=4), last=st.binary(max_size=40))
def test_the_last_box_of_a_file_is_that_of_its_bytes(
    before: list[bytes], last: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("boxes") / "film.mp4"
    data = b"".join(box(b"free", one) for one in before) + box(b"moov", last)
    path.write_bytes(data)
    assert last_box(path) == list(boxes_in(data))[-1]
    path.write_bytes(data[:-1])
    with pytest.raises(ValueError, match="no box"):
        last_box(path)


def test_a_part_is_copied_to_the_byte() -> None:
    data = bytes(range(256)) * 9000  # more than one piece
    for size in (0, 5, len(data) - 1, len(data)):
        target = BytesIO()
        copy_part(BytesIO(data), target, size)
        assert target.getvalue() == data[:size]
