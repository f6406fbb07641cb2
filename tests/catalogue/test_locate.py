"""Lines of keys are found in every way TOML can write them."""

from hypothesis import given
from hypothesis import strategies as st

from lumbar.catalogue.locate import Lines

TEXT = '''\
# a = "comment"
top = 1
"quoted key" = [1, # one, [two]
  2,
  [3,
   4]]
long = """
fake = 2
[fake]
"""
after.dots = { x = 1, y = [1, 2] }

[table]
raw = \'''
[[list]]\'''
key = "a # b [ = "  # really
[[list]]
a = 1
[[list]]
a = 2
[list.inner]
b = 3
[[list.rung]]
[[list.rung]]
c = [
]
d = 1
e.f = 1
e.g = [
  { x = [1, 2], y = 1 },
  "a ]"
  , "b, {"
  ,
  """
,,
""", 9,
]
'''


def test_every_key_is_found_on_its_line() -> None:
    lines = Lines(TEXT)
    expected = {
        ("top",): 2,
        ("quoted key",): 3,
        ("quoted key", 1): 4,
        ("quoted key", 2, 1): 6,
        ("long",): 7,
        ("after",): 11,
        ("after", "dots"): 11,
        ("table",): 13,
        ("table", "raw"): 14,
        ("table", "key"): 16,
        ("list",): 17,
        ("list", 0, "a"): 18,
        ("list", 1): 19,
        ("list", 1, "a"): 20,
        ("list", 1, "inner", "b"): 22,
        ("list", 1, "rung", 0): 23,
        ("list", 1, "rung", 1, "c"): 25,
        ("list", 1, "rung", 1, "d"): 27,
        ("list", 1, "rung", 1, "e", "f"): 28,
        ("list", 1, "rung", 1, "e", "g"): 29,
        ("list", 1, "rung", 1, "e", "g", 0): 30,
        ("list", 1, "rung", 1, "e", "g", 1): 31,
        ("list", 1, "rung", 1, "e", "g", 2): 32,
        ("list", 1, "rung", 1, "e", "g", 3): 34,
        ("list", 1, "rung", 1, "e", "g", 4): 36,
    }
    assert {path: lines.line(path) for path in expected} == expected


def test_a_key_that_is_missing_is_blamed_on_the_table_around_it() -> None:
    lines = Lines(TEXT)
    assert [lines.line(path) for path in [("table", "gone"), ("list", 1, "gone", 3), ("gone",), ()]] == [13, 19, 0, 0]
    assert lines.line(("fake",)) == 0


@given(st.text(alphabet="ab.=[]{}\"'#,\n \\", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    Lines(text)
