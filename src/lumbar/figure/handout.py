"""A handout of a session as HTML: for each exercise what it looks like, how much of it, and how it goes.

The words come in their language, the drawings as markup. The same article stands on a page of its own, to be kept as
a file, and inside a page of the site; what it looks like is told in `handout.css`.
"""

from dataclasses import dataclass
from html import escape
from string import Template
from typing import Final

ON_A_SHEET: Final = 4
"""How many exercises a sheet of paper holds at most; ours, held in a browser with the longest texts."""
_ROOMY: Final = 3  # so many on a sheet leave room for larger drawings


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a dose, its small unit, and the word below it; where it is empty, a line to write it on."""

    value: str
    unit: str
    word: str


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise of a handout.

    `drawings` are the markup of its start and of its peak, or nothing; `sets` the boxes to tick; `caution`, `warm_up`
    and `changed` are sentences, empty where there is nothing to say.
    """

    name: str
    drawings: tuple[str, str] | None
    dose: tuple[Number, ...]
    sets: int
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    caution: str = ""
    warm_up: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """The small words of a handout, in its language."""

    start: str
    peak: str
    done: str
    pain: str


@dataclass(frozen=True, slots=True)
class Handout:
    """A session to be handed out: every text is in `language`, and ready to be read."""

    language: str
    title: str
    day: str
    length: str
    needs: str
    items: tuple[Item, ...]
    labels: Labels
    warning: str
    about: str


_PAGE: Final = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
$style
</style>
</head>
<body class="handout-page">
<main>
$article
</main>
</body>
</html>
""")


def page(handout: Handout, style: str) -> str:
    """Return a handout as a page of its own, which needs nothing else; `style` is CSS."""
    title = escape(f"{handout.title} · {handout.day}")
    return _PAGE.substitute(
        language=escape(handout.language), title=title, style=style.strip(), article=article(handout)
    )


def article(handout: Handout) -> str:
    """Return a handout as one element, to stand in a page."""
    count = len(handout.items)
    sheets = -(-count // ON_A_SHEET)
    each = -(-count // max(sheets, 1))
    kind = "handout" if each > _ROOMY else "handout roomy"
    starts = range(each, count, each)
    items = "\n".join(_item(n + 1, item, handout.labels, first=n in starts) for n, item in enumerate(handout.items))
    return f"""<article class="{kind}">
<header><h1>{escape(handout.title)}</h1><p class="h-day">{escape(handout.day)}</p>\
<p class="h-needs">{escape(handout.length)} · {escape(handout.needs)}</p></header>
<ol class="h-items">
{items}
</ol>
<footer><p class="h-warning">{escape(handout.warning)}</p><p>{escape(handout.about)}</p></footer>
</article>"""


def _item(number: int, item: Item, labels: Labels, *, first: bool) -> str:
    """Return one exercise; `first` says that it begins another sheet."""
    kind = "h-item h-next" if first else "h-item"
    return f"""<li class="{kind}">{_drawings(item, labels)}
<div class="h-top"><h2><span>{number}</span> {escape(item.name)}</h2>{_dose(item)}{_ticks(item, labels)}</div>
<div class="h-words">{_told(item)}</div></li>"""


def _drawings(item: Item, labels: Labels) -> str:
    if item.drawings is None:
        return ""
    pairs = zip(item.drawings, (labels.start, labels.peak), strict=True)
    figures = (f"<figure>{drawing}<figcaption>{escape(word)}</figcaption></figure>" for drawing, word in pairs)
    return f'<div class="h-drawings">{"".join(figures)}</div>'


def _dose(item: Item) -> str:
    return f'<dl class="h-dose">{"".join(map(_number, item.dose))}</dl>'


def _number(number: Number) -> str:
    value = escape(number.value) or '<i class="h-line"></i>'
    unit = f"<small> {escape(number.unit)}</small>" if number.unit else ""
    return f"<div><dt>{escape(number.word)}</dt><dd>{value}{unit}</dd></div>"


def _ticks(item: Item, labels: Labels) -> str:
    """Return a box for each set, and a line to write on."""
    boxes = '<i class="h-box"></i>' * item.sets
    return (
        f'<p class="h-ticks"><span>{escape(labels.done)}</span>{boxes}'
        f'<span class="h-pain">{escape(labels.pain)}</span><i class="h-line"></i></p>'
    )


def _told(item: Item) -> str:
    steps = "".join(f"<li>{escape(step)} </li>" for step in item.steps)
    notes = (("h-cues", " ".join(item.cues)), ("h-change", item.changed), ("h-warm", item.warm_up))
    told = " ".join(f'<span class="{kind}">{escape(text)}</span>' for kind, text in notes if text)
    care = f'<p class="h-care">{escape(item.caution)}</p>' if item.caution else ""
    return f"<ol>{steps}</ol><p>{told}</p>{care}"
