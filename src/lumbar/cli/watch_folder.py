"""A folder of films watched: one after the other or many at once; what is done is not done again."""

from pathlib import Path

from lumbar.app.watch import Plain
from lumbar.cli.ink import paper, table
from lumbar.cli.watch_asked import Asked
from lumbar.vision.job import Job
from lumbar.vision.many import Crew, cluster, do_jobs, processes
from lumbar.vision.results import Results, films_in


def watch_folder(folder: Path, asked: Asked, workers: int, address: str, out: Path, *, shows: bool) -> list[Plain]:
    """Watch every film of `folder`, keep the results in `out`, and return them in order of name.

    Raises:
        InputError: If there is no film.
        UnavailableError: If a result cannot be written, or the cluster does not answer.
    """
    results = Results(out)
    jobs = [Job(film.resolve(), asked.exercise, asked.side, asked.model) for film in films_in(folder)]
    kept = {job.film.name: before for job in jobs if (before := results.read(job))}
    left = [job for job in jobs if job.film.name not in kept]
    if left:
        kept |= _done(left, cluster(address) if address else processes(workers), results, len(kept))
    told = [kept[name] for name in sorted(kept)]
    if shows:
        _show(told)
    return told


def _done(left: list[Job], crew: Crew, results: Results, before: int) -> dict[str, Plain]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    kept = {}
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("films", total=before + len(left), completed=before)
        for job, done in do_jobs(left, crew):
            kept[job.film.name] = results.write(job, done)
            bar.advance(task)
    return kept


def _show(told: list[Plain]) -> None:
    rows = [
        (
            str(one["film"]),
            str(one.get("count", "")),
            str(one.get("exercise") or ("" if "error" in one else "not recognised")),
            str(one.get("hold_s", "")),
            str(one.get("error", "")),
        )
        for one in told
    ]
    paper().print(table(["film", "count", "exercise", "held s", "what is wrong"], rows))
