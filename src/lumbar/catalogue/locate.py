"""Lines: on which line of a TOML text each key stands, since the standard reader does not say.

Works on text that is already known to be TOML; on anything else it answers something harmless. A key path is
written as the reader sees it: `("ladder", 2, "reps")`, `("text", "en", "steps", 0)`.
"""

import re
from collections.abc import Iterator
from typing import Final

KeyPath = tuple[str | int, ...]

_TOKEN: Final = re.compile(
    r'(?P<long>"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+)'
    r'|(?P<string>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<word>[^\s\[\]{}=,.\#\"']+)"
    r"|(?P<mark>[\[\]{}=,.])"
    r"|(?P<newline>\n)",
    re.DOTALL,
)
_Token = tuple[str, str, int]  # kind, text, line


class Lines:
    """The line of every key, table and list entry of one TOML text."""

    def __init__(self, text: str) -> None:
        """Walk through `text` once."""
        self._lines: dict[KeyPath, int] = {}
        self._counts: dict[KeyPath, int] = {}
        self._table: KeyPath = ()
        tokens = _tokens(text)
        for token in tokens:
            if token[0] == "mark":
                self._header(token[2], tokens)
            elif token[0] in {"word", "string"}:
                self._statement(token, tokens)

    def line(self, path: KeyPath) -> int:
        """Return the 1-based line of `path`, or of the nearest table around it, or 0."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def _header(self, line: int, tokens: Iterator[_Token]) -> None:
        """Enter the table that `[a.b]` or `[[a.b]]` opens."""
        names: list[str] = []
        opened = 1
        for kind, text, _ in tokens:
            if kind == "newline":
                break
            opened += kind == "mark" and text == "["
            if kind in {"word", "string"}:
                names.append(_name(text))
        path = self._resolve(names, is_list=opened > 1)
        self._table = path
        self._note(path, line)

    def _resolve(self, names: list[str], *, is_list: bool) -> KeyPath:
        """Return the path of a header, with the number of the list entry it stands in."""
        path: KeyPath = ()
        for place, name in enumerate(names):
            path = (*path, name)
            if is_list and place == len(names) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _statement(self, first: _Token, tokens: Iterator[_Token]) -> None:
        """Read `a.b = value` to its end."""
        names = [_name(first[1])]
        for kind, text, _ in tokens:
            if text == "=" or kind == "newline":
                break
            if kind in {"word", "string"}:
                names.append(_name(text))
        path = (*self._table, *names)
        self._note(path, first[2])
        self._value(path, tokens)

    def _value(self, path: KeyPath, tokens: Iterator[_Token]) -> None:
        """Note the entries of a list, and stop at the end of the value."""
        open_lists: list[int] = []
        braces = 0
        for kind, text, line in tokens:
            if kind == "newline" and not open_lists and not braces:
                return
            if kind in {"newline", "comment"}:
                continue
            braces += (text == "{") - (text == "}") if kind == "mark" else 0
            if not braces and open_lists and text not in {",", "]"}:
                self._lines.setdefault((*path, *open_lists), line)
            if not braces and kind == "mark":
                _step(open_lists, text)

    def _note(self, path: KeyPath, line: int) -> None:
        """Remember the line of `path`, and of the tables around it that no header names."""
        for length in range(1, len(path) + 1):
            self._lines.setdefault(path[:length], line)


def _step(open_lists: list[int], mark: str) -> None:
    """Follow a bracket or a comma through nested lists."""
    if mark == "[":
        open_lists.append(0)
    elif mark == "]" and open_lists:
        open_lists.pop()
    elif mark == "," and open_lists:
        open_lists[-1] += 1


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens of `text` with their lines."""
    line = 1
    for found in _TOKEN.finditer(text):
        kind, token = found.lastgroup or "", found.group()
        yield kind, token, line
        line += token.count("\n")


def _name(token: str) -> str:
    """Return a key without its quotes."""
    return token[1:-1] if token[:1] in {'"', "'"} else token
