"""Many films: jobs go to an executor, and one that fails fails alone.

The executor is the only seam. On this machine it is a pool of processes; on many machines it is the one of
`dask.distributed`. No more jobs are handed out than keep it busy, so that when a process dies only these few are in
doubt; each of them is then tried once more, alone.
"""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Final

import cv2

from lumbar.app.watch_words import DIED, NO_DASK, NO_SCHEDULER, UNFORESEEN, Told, words_in
from lumbar.errors import UnavailableError
from lumbar.vision.job import Done, Job, do_job

BUSY: Final = 2  # jobs handed out for each worker: one at work and one waiting; ours
REACH_S: Final = 10.0  # to find the scheduler of a cluster; ours


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the jobs: how an executor is started, and how many jobs keep it busy."""

    start: Callable[[], Executor]
    at_once: int


def processes(workers: int) -> Crew:
    """Return a crew of `workers` processes of this machine, one core each."""
    context = get_context("spawn")
    return Crew(lambda: ProcessPoolExecutor(workers, mp_context=context, initializer=_begin), BUSY * workers)


def cluster(address: str, reach_s: float = REACH_S) -> Crew:
    """Return the crew of the dask cluster whose scheduler is at `address`; it must see the same folder of films.

    Args:
        address: The scheduler's address.
        reach_s: How long to look for it [s].

    Raises:
        UnavailableError: If the package is missing, or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - few need it
    except ImportError as error:
        raise UnavailableError(Told(NO_DASK)) from error
    try:
        client = Client(address, timeout=reach_s, set_as_default=False)  # type: ignore[no-untyped-call]  # has no types
    except (OSError, ValueError) as error:
        raise UnavailableError(Told(NO_SCHEDULER, address=address)) from error
    cores: Mapping[str, int] = client.nthreads()  # type: ignore[no-untyped-call]  # the same
    return Crew(client.get_executor, BUSY * max(1, sum(cores.values())))


def do_jobs(jobs: Sequence[Job], crew: Crew, work: Callable[[Job], Done] = do_job) -> Iterator[tuple[Job, Done]]:
    """Yield every job and how it ended, as they end."""
    left = iter(jobs)
    doubtful = yield from _until_broken(left, crew, work)
    while doubtful:
        for job in doubtful:
            yield from _alone(job, crew, work)
        doubtful = yield from _until_broken(left, crew, work)


def _until_broken(
    jobs: Iterator[Job], crew: Crew, work: Callable[[Job], Done]
) -> Generator[tuple[Job, Done], None, list[Job]]:
    """Do jobs until there are none or the executor is broken; return those it was broken at."""
    under_way: dict[Future[Done], Job] = {}
    doubtful: list[Job] = []
    executor = crew.start()
    try:
        while True:
            if not doubtful:
                doubtful += _hand_out(executor, islice(jobs, crew.at_once - len(under_way)), under_way, work)
            if not under_way:
                return doubtful
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                job = under_way.pop(future)
                done = _ended(future, job)
                if done is None:
                    doubtful.append(job)
                else:
                    yield job, done
    finally:
        for future in under_way:
            future.cancel()
        executor.shutdown(wait=True)


def _hand_out(
    executor: Executor, jobs: Iterable[Job], under_way: dict[Future[Done], Job], work: Callable[[Job], Done]
) -> list[Job]:
    """Hand out `jobs`; return those that an executor broken meanwhile did not take."""
    refused = []
    for job in jobs:
        try:
            under_way[executor.submit(work, job)] = job
        except BrokenExecutor:
            refused.append(job)
    return refused


def _alone(job: Job, crew: Crew, work: Callable[[Job], Done]) -> Iterator[tuple[Job, Done]]:
    doubtful = yield from _until_broken(iter([job]), crew, work)
    yield from ((one, Done(None, Told(DIED).said_in(words_in(one.language)))) for one in doubtful)


def _ended(future: Future[Done], job: Job) -> Done | None:
    """Return how a job ended; nothing where its executor broke."""
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one film, the others go on
        return Done(None, Told(UNFORESEEN, why=repr(error)).said_in(words_in(job.language)))


def _begin() -> None:
    """Begin as a worker: with one core, and no longer than the program that started it."""
    cv2.setNumThreads(1)
    os.environ.setdefault("OPENCV_FFMPEG_THREADS", "1")  # a third of the work of decoding is keeping threads in step
    Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went: nobody else would ever tell."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
