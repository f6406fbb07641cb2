"""A folder of films watched: one after the other or many at once; what is done is not done again."""

from gettext import NullTranslations
from pathlib import Path

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import Plain, cut_text, engine_key, refusal_text
from lumbar.app.watch_reader import Reader
from lumbar.app.watch_words import COUNT, EXERCISE, FILM, FILMS, HELD, NO_REPETITION, NOT_RECOGNISED
from lumbar.cli.ink import paper, table
from lumbar.cli.watch_asked import Asked
from lumbar.vision.job import Job
from lumbar.vision.many import Crew, cluster, do_jobs, processes
from lumbar.vision.results import Results, asked_about, films_in


def watch_folder(folder: Path, asked: Asked, workers: int, address: str, out: Path, *, shows: bool) -> list[Plain]:
    """Watch every film of `folder`, keep the results in `out`, and return them in order of name.

    Raises:
        InputError: If there is no film.
        UnavailableError: If a result cannot be written, or the cluster does not answer.
    """
    results = Results(out)
    films = films_in(folder)
    results.check()
    jobs = [Job(film.resolve(), asked.exercise, asked.side, asked.model, asked.language) for film in films]
    watched_by = engine_key(load_catalogue(), asked.exercise)
    about = {job: asked_about(job, watched_by) for job in jobs}
    kept = {job.film.name: before for job in jobs if (before := results.read(job, about[job]))}
    left = {job: about[job] for job in jobs if job.film.name not in kept}
    if left:
        kept |= _done(left, cluster(address) if address else processes(workers), results, (len(kept), asked))
    told = [kept[name] for name in sorted(kept)]
    if shows:
        _show(told, asked)
    return told


def _done(left: dict[Job, Plain], crew: Crew, results: Results, told: tuple[int, Asked]) -> dict[str, Plain]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    kept = {}
    before, asked = told
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(asked.words.gettext(FILMS), total=before + len(left), completed=before)
        for job, done in do_jobs(list(left), crew):
            kept[job.film.name] = results.write(job, done, left[job])
            bar.advance(task)
    return kept


def _show(told: list[Plain], asked: Asked) -> None:
    words, reader, exercises = asked.words, Reader(asked.language, asked.words), load_catalogue().exercises
    names = {str(name): exercise.texts[asked.language].name for name, exercise in exercises.items()}
    rows = [
        (
            str(one["film"]),
            str(one.get("count", "")),
            names.get(str(one.get("exercise")), "" if "error" in one else words.gettext(NOT_RECOGNISED)),
            _held(one, reader),
        )
        for one in told
    ]
    out = paper()
    out.print(table([words.gettext(name) for name in (FILM, COUNT, EXERCISE, HELD)], rows))
    for one in told:
        if remark := _remark(one, words):
            out.print(f"{one['film']}: {remark}", soft_wrap=True)


def _held(one: Plain, reader: Reader) -> str:
    """Return for how long the target was held, where it was."""
    held = one.get("hold_s")
    return f"{reader.number(held)} s" if isinstance(held, float) and held else ""


def _remark(one: Plain, words: NullTranslations) -> str:
    """Return what is wrong with a film, or why nothing in it was counted."""
    if "error" in one:
        return str(one["error"])
    cut, frames = one.get("of_frames"), one.get("frames")
    if isinstance(cut, int) and isinstance(frames, int):
        return cut_text(frames, cut, words)
    refusals = one.get("refusals")
    codes = [str(refusal["code"]) for refusal in refusals] if isinstance(refusals, list) else []
    told = " ".join(refusal_text(code, words) for code in dict.fromkeys(codes))
    return told or ("" if one.get("count") or one.get("exercise") is None else words.gettext(NO_REPETITION))
