"""Many films: through any executor, each failing alone, and none done twice."""

import json
import os
import subprocess
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from select import select
from threading import Event

import pytest

from lumbar.app.shelf import load_catalogue
from lumbar.app.watch import engine_key
from lumbar.app.watch_words import DIED, UNFORESEEN
from lumbar.errors import InputError, UnavailableError
from lumbar.vision.job import Done, Job, do_job
from lumbar.vision.many import Crew, do_jobs, processes
from lumbar.vision.results import ENDING, Results, asked_about, films_in
from tests.films import empty_room, write_film
from tools.layout import ROOT

JOBS = [Job(Path(f"{number}.mp4"), "glute-bridge") for number in range(12)]
THREADS = Crew(lambda: ThreadPoolExecutor(2), 4)
CLUSTER = """
import json
from pathlib import Path
from distributed import LocalCluster
from lumbar.vision.job import Done, Job
from lumbar.vision.many import cluster, do_jobs

jobs = [Job(Path(f"{number}.mp4"), "glute-bridge") for number in range(3)]
with LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as local:
    done = do_jobs(jobs, cluster(local.scheduler_address), lambda job: Done({"count": int(job.film.stem)}))
    print(json.dumps({job.film.stem: result.told for job, result in sorted(done, key=lambda pair: pair[0].film)}))
"""
HOLDS = """
import sys
from pathlib import Path
from lumbar.vision.job import Job
from lumbar.vision.many import do_jobs, processes
from tests.vision.test_many import holding

if __name__ == "__main__":
    list(do_jobs([Job(Path(sys.argv[1]), "glute-bridge")], processes(1), holding))
"""
PATIENCE_S = 60
AWAY = """
from lumbar.errors import UnavailableError
from lumbar.vision.many import cluster

try:
    cluster("tcp://127.0.0.1:9", reach_s=0.2)
except UnavailableError as error:
    print(error)
"""


def told(job: Job) -> Done:
    """Stand for a film that is watched."""
    return Done({"count": int(job.film.stem)})


def sometimes(job: Job) -> Done:
    """Stand for films of which the third fails in a way nobody thought of, and the sixth takes its process along."""
    if job.film.stem == "3":
        message = "no such thing"
        raise RuntimeError(message)
    if job.film.stem == "6":
        os._exit(9)
    return told(job)


def holding(job: Job) -> Done:
    """Stand for a film that takes for ever: keep the pipe that is in the place of its film open."""
    with job.film.open("wb") as pipe:
        pipe.write(b"begun")
        pipe.flush()
        Event().wait()
    return told(job)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_worker_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(pipe)], cwd=ROOT) as program, pipe.open("rb") as reading:
        assert reading.read(5) == b"begun"
        program.kill()
        assert select([reading], [], [], PATIENCE_S)[0]
        assert reading.read() == b""  # its end was closed, because the worker is gone


def test_every_job_is_done_once() -> None:
    done = list(do_jobs(JOBS, THREADS, told))
    assert sorted(job.film.stem for job, _ in done) == sorted(job.film.stem for job in JOBS)
    assert all(result == told(job) for job, result in done)


def test_no_more_jobs_wait_than_keep_the_executor_busy() -> None:
    taken: list[int] = []

    class Counting(ThreadPoolExecutor):
        def submit(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]  # it counts
            taken.append(1)
            return super().submit(*args, **kwargs)  # type: ignore[arg-type]  # as it came

    jobs = do_jobs(JOBS, Crew(lambda: Counting(1), 3), told)
    next(jobs)
    assert len(taken) == 3
    assert len(list(jobs)) == len(JOBS) - 1


def test_one_that_fails_or_kills_its_process_fails_alone() -> None:
    done = dict(do_jobs(JOBS, processes(2), sometimes))
    assert len(done) == len(JOBS)
    wrong = {job.film.stem: result.error for job, result in done.items() if result.error}
    assert wrong == {"3": UNFORESEEN.format(why="RuntimeError('no such thing')"), "6": DIED}
    assert all(result == told(job) for job, result in done.items() if job.film.stem not in {"3", "6"})


def test_a_cluster_is_an_executor_like_any_other() -> None:
    assert json.loads(printed_by(CLUSTER)) == {"0": {"count": 0}, "1": {"count": 1}, "2": {"count": 2}}


def test_a_cluster_that_does_not_answer_is_said_to_be_away() -> None:
    assert "No dask scheduler answers at tcp://127.0.0.1:9." in printed_by(AWAY)


def printed_by(program: str) -> str:
    """Run a program in a process of its own: threads that distributed leaves behind draw chance, and laws notice."""
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True, capture_output=True, text=True)
    return run.stdout


def test_a_job_is_told_in_the_language_asked_for_and_so_is_what_was_wrong(tmp_path: Path) -> None:
    film = write_film(tmp_path / "room.mp4", empty_room(3))
    (tmp_path / "torn.mp4").write_bytes(b"torn")
    done = do_job(Job(film, "glute-bridge", model="lite", language="es"))
    assert done.told is not None
    assert "No te veo" in str(done.told["refusals"])
    torn = do_job(Job(tmp_path / "torn.mp4", "glute-bridge", language="es"))
    assert torn.error
    assert "no es un vídeo que se pueda leer" in torn.error


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, frames in (("short.mp4", 2), ("long.mp4", 30)):
        write_film(tmp_path / name, empty_room(frames))
    (tmp_path / "notes.txt").write_text("not a film", encoding="utf-8")
    return tmp_path


def test_the_longest_film_is_begun_first_and_what_is_no_film_is_left(folder: Path) -> None:
    assert [film.name for film in films_in(folder)] == ["long.mp4", "short.mp4"]


def test_a_folder_without_films_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no film"):
        films_in(tmp_path)


def test_what_is_done_is_read_again_unless_it_failed_or_was_asked_otherwise(folder: Path) -> None:
    results = Results(folder / "out")
    job = Job(folder / "short.mp4", "glute-bridge")
    asked = asked_about(job, "today's engine")
    assert results.read(job, asked) is None
    results.write(job, Done(None, "torn"), asked)
    assert results.read(job, asked) is None
    kept = results.write(job, Done({"count": 4}), asked)
    assert results.read(job, asked) == kept
    assert (kept["film"], kept["count"]) == ("short.mp4", 4)
    assert results.read(job, asked_about(Job(job.film, "bird-dog"), "today's engine")) is None
    assert results.read(job, asked_about(Job(job.film, "glute-bridge", model="heavy"), "today's engine")) is None
    assert results.read(job, asked_about(job, "tomorrow's engine")) is None
    spanish = Job(job.film, "glute-bridge", language="es")
    assert results.read(spanish, asked_about(spanish, "today's engine")) == kept  # told otherwise, but seen the same
    write_film(job.film, empty_room(5))
    assert results.read(job, asked_about(job, "today's engine")) is None


def test_a_film_that_is_gone_when_its_turn_comes_fails_alone(folder: Path) -> None:
    job = Job(folder / "short.mp4", "glute-bridge")
    job.film.unlink()
    kept = Results(folder).write(job, do_job(job), asked_about(job, ""))
    assert "There is no film" in str(kept["error"])


def test_what_decides_a_count_is_the_code_and_the_file_of_the_exercise() -> None:
    catalogue = load_catalogue()
    keys = {engine_key(catalogue, name) for name in ("glute-bridge", "bird-dog", "auto")}
    assert len(keys) == 3
    assert engine_key(catalogue, "bird-dog") in keys


def test_a_result_that_is_torn_is_no_result(folder: Path) -> None:
    results = Results(folder)
    job = Job(folder / "short.mp4", "glute-bridge")
    asked = asked_about(job, "")
    results.write(job, Done({"count": 4}), asked)
    path = folder / f"short.mp4{ENDING}"
    path.write_text(path.read_text(encoding="utf-8")[:30], encoding="utf-8")
    assert results.read(job, asked) is None


def test_results_that_cannot_be_written_are_said_to(folder: Path) -> None:
    with pytest.raises(UnavailableError, match="cannot be written"):
        Results(folder / "notes.txt").check()
    Results(folder / "new" / "out").check()
    assert list((folder / "new" / "out").iterdir()) == []
    with pytest.raises(UnavailableError, match="cannot be written"):
        Results(folder / "notes.txt").write(Job(folder / "short.mp4", "glute-bridge"), Done({"count": 4}), {})


def test_the_seam_is_the_one_of_the_standard_library() -> None:
    with processes(1).start() as executor:
        assert isinstance(executor, Executor)
