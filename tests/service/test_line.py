"""Group commit: who joins, who waits, and what a failed commit means."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bot.ports import Work
from bot.service.line import Line, Marks, StoreTrouble
from bot.store.sqlite import SqliteStore


class FullDisk(SqliteStore):
    """A real store whose disk can be full at the commit, and which counts its commits."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.full = False
        self.commits = 0

    def commit(self) -> None:
        if self.full:
            self.rollback()
            raise self.troubles[0]("full")
        self.commits += 1
        super().commit()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FullDisk]:
    opened = FullDisk(tmp_path / "data.db")
    yield opened
    opened.close()


def first(work: Work, key: int) -> bool:
    return work.first_seen("chat", key, 0)


async def test_jobs_of_one_moment_share_one_commit(store: FullDisk) -> None:
    line = Line(store, Marks())
    results = await asyncio.gather(*(line.join(partial(first, key=key)) for key in range(16)))
    assert results == [True] * 16
    assert store.commits == 1


async def test_a_job_that_raises_undoes_only_itself(store: FullDisk) -> None:
    line = Line(store, Marks())

    def broken(work: Work) -> None:
        first(work, 2)
        raise KeyError("words")

    good, bad = line.join(lambda work: first(work, 1)), line.join(broken)
    assert await good
    with pytest.raises(KeyError):
        await bad
    assert await line.join(lambda work: (first(work, 1), first(work, 2))) == (False, True)


async def test_a_failed_commit_fails_every_job_of_it_and_the_next_one_works(store: FullDisk) -> None:
    line = Line(store, Marks())
    store.full = True
    jobs = [line.join(lambda work: first(work, 1)), line.join(lambda work: first(work, 2))]
    for job in jobs:
        with pytest.raises(StoreTrouble) as trouble:
            await job
        assert str(trouble.value) == "OperationalError"
    store.full = False
    assert await line.join(lambda work: first(work, 1))


async def test_nobody_hears_of_success_before_the_commit(store: FullDisk) -> None:
    line = Line(store, Marks())
    job = line.join(lambda work: first(work, 1))
    assert not job.done()
    assert store.commits == 0
    await job
    assert store.commits == 1


async def test_marks_go_along_with_the_next_transaction_and_survive_a_failed_one(store: FullDisk) -> None:
    marks = Marks()
    line = Line(store, marks)
    marks.add(lambda work: work.keep_snapshot("hash", "dialogue", b"text"))
    store.full = True
    with pytest.raises(StoreTrouble):
        await line.join(lambda work: None)
    assert len(marks) == 1
    store.full = False
    await line.join(lambda work: None)
    assert len(marks) == 0
    assert await line.look(lambda work: work.snapshot("hash")) == b"text"


async def test_a_look_sees_only_what_is_committed_and_commits_nothing(store: FullDisk) -> None:
    line = Line(store, Marks())
    job = line.join(lambda work: work.keep_snapshot("hash", "dialogue", b"text"))
    looked = asyncio.ensure_future(line.look(lambda work: work.snapshot("hash")))
    assert await looked == b"text"
    await job
    commits = store.commits
    await line.look(lambda work: work.snapshot("hash"))
    assert store.commits == commits
