"""Parts solved by a Dask cluster: the same plans, whoever is lost on the way, and nothing said where others listen."""

# mypy: allow-untyped-calls
from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import dask
import numpy as np
import psutil
import pytest
from distributed import LocalCluster, Security

from models.build import build
from planner.address import is_address, is_private
from planner.errors import InputError
from planner.solve import Result, SolveOptions, Status, solve
from planner.solve.arrays import Arrays, arrays_of
from planner.solve.child import Ended
from planner.solve.decomposed import connection, reach
from planner.solve.decomposed.children import Children
from planner.solve.decomposed.cluster import Cluster
from planner.solve.decomposed.connection import Connection
from planner.solve.decomposed.method import Method
from planner.solve.decomposed.piece import Piece, solve_piece
from planner.solve.decomposed.split import split
from planner.solvers.ending import Ending
from tests.planner.solve.portfolio import portfolio

GAP = 0.02


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of a cluster with two workers, each watched by one who starts another in its place."""
    room = tmp_path_factory.mktemp("cluster")
    scheduler, place = _scheduler(room)
    workers = _begin("worker", place, "--nworkers", "2", "--nthreads", "1", "--local-directory", str(room))
    yield place
    family = psutil.Process(workers.pid).children(recursive=True)
    for process in (workers, scheduler, *family):
        process.kill()
    workers.wait()
    scheduler.wait()
    psutil.wait_procs(family, timeout=10)


def _scheduler(room: Path) -> tuple[subprocess.Popen[bytes], str]:
    """A scheduler that listens on this machine only, and its address."""
    file = room / "scheduler.json"
    process = _begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
    _until(file.exists)
    return process, json.loads(file.read_text(encoding="utf-8"))["address"]


def _begin(what: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", what, *words, "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _until(seen: Any, seconds: float = 30.0) -> None:
    until = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.02)


def _connected(address: str, folder: Path) -> Connection:
    return Connection(address, unencrypted=False, workers=1, folder=folder)


def _pieces(seconds: float = 30.0) -> list[Piece]:
    problem = build(portfolio(1)).problem
    parts = split(arrays_of(problem), [row.name for row in problem.constraints()])
    return [Piece(arrays=alone, seconds=seconds, near=1e-4) for alone in parts.own]


def _gathered(crew: Cluster, number: int) -> dict[int, Any]:
    found: dict[int, Any] = {}
    until = time.monotonic() + 60
    while len(found) < number and time.monotonic() < until:
        found |= dict(crew.finished(0.1))
    return found


def _solved(cluster: str, **changes: Any) -> Result:
    asked: dict[str, Any] = {"method": "decomposed", "gap": GAP, "time_limit": 60, "threads": 2}
    return solve(portfolio(1), **(asked | {"cluster": cluster} | changes))


@cache
def _whole() -> Result:
    return solve(portfolio(1), method="whole", gap=GAP, time_limit=60)


def _as_good(result: Result) -> None:
    whole = _whole()
    assert result.status is whole.status is Status.SOLVED
    assert result.audit is not None
    assert result.audit.passed
    assert None not in (result.value, result.bound, whole.value, whole.bound)
    assert result.bound >= whole.value * (1 - 1e-6)  # type: ignore[operator]
    assert whole.bound >= result.value * (1 - 1e-6)  # type: ignore[operator]
    assert result.value >= result.bound * (1 - GAP - 1e-5)  # type: ignore[operator]
    assert any("solved by a cluster" in message for message in result.messages)


@pytest.mark.slow
def test_a_local_cluster_finds_as_good_a_plan_and_leaves_nobody_behind() -> None:
    before = set(psutil.Process().children(recursive=True))
    result = _solved("local")
    _as_good(result)
    assert any("2 workers" in message for message in result.messages)
    _until(lambda: set(psutil.Process().children(recursive=True)) <= before)


def test_a_local_cluster_listens_on_this_machine_only_and_encrypted(tmp_path: Path) -> None:
    before = set(psutil.Process().children(recursive=True))
    with Cluster(_connected("local", tmp_path)) as crew:
        workers = crew._connection.client.nthreads()
        family = [psutil.Process(), *(set(psutil.Process().children(recursive=True)) - before)]
        places = {
            each.laddr.ip for one in family for each in one.net_connections("inet") if each.status == psutil.CONN_LISTEN
        }
    assert len(workers) == 1
    assert all(worker.startswith("tls://127.0.0.1:") for worker in workers)
    assert places == {"127.0.0.1"}


@pytest.mark.slow
def test_a_cluster_at_an_address_finds_as_good_a_plan(address: str) -> None:
    _as_good(_solved(address, threads=1))


def test_a_worker_that_is_killed_is_replaced(address: str, tmp_path: Path) -> None:
    pieces = _pieces()
    with Cluster(_connected(address, tmp_path)) as crew:
        _until(lambda: crew.size == 2)
        client = crew._connection.client
        numbers = client.run(_process, workers=list(client.nthreads()))
        tickets = [crew.submit(piece) for piece in pieces]
        psutil.Process(next(iter(numbers.values()))).kill()
        found = _gathered(crew, len(pieces))
        _until(lambda: crew.lost == 1)
        assert crew.remarks() == ["1 worker was lost; others took up that work."]
        _until(lambda: crew.size == 2)
    for ticket, piece in zip(tickets, pieces, strict=True):
        cost = piece.arrays.cost
        assert found[ticket].found[-1] @ cost == pytest.approx(solve_piece(piece).found[-1] @ cost, abs=3e-4)


def _process() -> int:
    import os

    return os.getpid()


def test_a_piece_that_fails_is_given_up_and_told(address: str, tmp_path: Path) -> None:
    with Cluster(_connected(address, tmp_path)) as crew:
        ticket = crew.submit(None)  # type: ignore[arg-type]
        assert _gathered(crew, 1) == {ticket: None}
        assert crew.given_up == 1
        assert crew.remarks()[-1].startswith("1 piece of work was given up, the last because AttributeError")


def _endless() -> Piece:
    """What to pack into thirty bags at a time: something soon, the best not within the hour."""
    rows, columns = 30, 150
    weights = np.random.default_rng(1).integers(1, 1000, (rows, columns)).astype(float)
    arrays = Arrays(
        cost=-weights.mean(axis=0),
        lower=np.zeros(columns),
        upper=np.ones(columns),
        integer=np.ones(columns, dtype=np.bool_),
        row_lower=np.full(rows, -np.inf),
        row_upper=weights.sum(axis=1) // 2,
        start=np.arange(0, rows * columns + 1, columns, dtype=np.int32),
        place=np.tile(np.arange(columns, dtype=np.int32), rows),
        value=weights.ravel(),
    )
    return Piece(arrays=arrays, seconds=90.0)


@pytest.mark.slow
def test_who_is_told_to_stop_hands_over_what_was_found_and_who_is_forgotten_is_free(
    address: str, tmp_path: Path
) -> None:
    endless, short = _endless(), _pieces()[:2]
    with Cluster(_connected(address, tmp_path)) as crew:
        _until(lambda: crew.size == 2)
        assert [crew.submit(piece) for piece in short] == [1, 2]
        _gathered(crew, 2)  # whoever is new at it has to load the solver first
        tickets = {crew.submit(endless), crew.submit(endless)}
        assert crew.idle == 0
        time.sleep(1.5)
        begin = time.monotonic()
        crew.stop()
        found = _gathered(crew, 2)
        assert found.keys() == tickets
        assert all(solved.ending is Ending.STOPPED and solved.found for solved in found.values())
        crew.submit(endless)
        crew.submit(endless)
        time.sleep(0.5)
        crew.forget()
        tickets = {crew.submit(piece) for piece in short}
        assert _gathered(crew, 2).keys() == tickets
        assert time.monotonic() - begin < 30
        later = crew.successor()
        with pytest.raises(Ended):
            crew.submit(short[0])
        ticket = later.submit(short[0])
        assert _gathered(later, 1)[ticket].found
        later.close()


@pytest.mark.slow
def test_a_cluster_that_loses_its_workers_or_its_scheduler_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 1.0)
    folder, piece = tmp_path / "planner", _pieces()[0]
    folder.mkdir()
    scheduler, place = _scheduler(tmp_path)
    words = ("worker", place, "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
    worker = _begin(*words)
    try:
        with Cluster(_connected(place, folder)) as crew:
            worker.kill()
            _until(lambda: crew.gone)
            assert "no workers for 1 seconds" in crew.gone
            assert crew.idle == 0
        worker = _begin(*words)
        with Method(_options(cluster=place), folder) as method:
            crew = method._crew = Cluster(_connected(place, folder))
            ticket = crew.submit(piece)
            scheduler.kill()
            _until(lambda: crew.gone)
            assert "the connection to the cluster broke off" in crew.gone
            assert set(_gathered(crew, 1)) == {ticket}
            method.small(None)  # type: ignore[arg-type]
            assert isinstance(method._crew, Children)  # what is left is done on this machine
            assert method.messages == [crew.gone]
    finally:
        worker.kill()
        scheduler.kill()


def test_what_travels_has_numbers_and_no_names() -> None:
    instance = portfolio(1)
    names = {str(getattr(record, "name", "")) for record in instance.records}
    names |= {"North", "mediators", "Norway", "women"}
    problem = build(instance).problem
    written = {row.name for row in problem.constraints()} | {column.name for column in problem.exported_variables()}
    for piece in _pieces():
        sent = pickle.dumps((piece, solve_piece(piece)))
        assert not [name for name in names | written if len(name) > 2 and name.encode() in sent]


@pytest.mark.parametrize(
    ("address", "form", "private"),
    [
        ("local", True, True),
        ("tcp://127.0.0.1:8786", True, True),
        ("tcp://127.9.9.9:1", True, True),
        ("tcp://[::1]:8786", True, True),
        ("tcp://localhost:8786", True, True),
        ("tls://plans.example:8786", True, True),
        ("tcp://plans.example:8786", True, False),
        ("tcp://10.0.0.1:8786", True, False),
        ("tcp://localhost.example:8786", True, False),
        ("tcp://127.0.0.1.example:8786", True, False),
        ("tcp://0.0.0.0:8786", True, False),
        ("127.0.0.1:8786", False, False),
        ("tls://host", False, False),
        ("tls://host:70000", False, False),
        ("http://127.0.0.1:8786", False, False),
        ("tcp://127.0.0.1@elsewhere:8786", False, False),
    ],
)
def test_addresses_where_others_may_listen_are_refused(address: str, form: bool, private: bool) -> None:
    assert is_address(address) == form
    if form and private:
        assert _options(cluster=address).cluster == address
    else:
        with pytest.raises(InputError, match="could be read on the way" if form else "expected local, tcp"):
            _options(cluster=address)
    if form:
        assert is_private(address) == private
        assert _options(cluster=address, cluster_unencrypted=True).cluster == address


def _options(**more: Any) -> SolveOptions:
    return SolveOptions(method="decomposed", **more)


def test_a_worker_where_others_may_listen_is_refused(address: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(connection, "is_private", lambda place: False)
    with pytest.raises(InputError, match=r"the worker at tcp://127\.0\.0\.1"):
        _connected(address, tmp_path)
    Connection(address, unencrypted=True, workers=1, folder=tmp_path).close()


def test_workers_need_the_same_planner(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_own", lambda: "9.9.9")
    with pytest.raises(InputError, match=r"of the cluster has version .* and this is version 9\.9\.9") as caught:
        _connected(address, tmp_path)
    assert "==9.9.9" in caught.value.remedy
    monkeypatch.setattr(connection, "PRODUCT", "no-such-planner")
    with pytest.raises(InputError, match="not installed where"):
        _connected(address, tmp_path)


def test_without_dask_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="not installed") as caught, Method(_options(cluster="local"), tmp_path):
        pass
    assert caught.value.remedy == 'pip install "multitrack-planner[cluster]"'


def test_nobody_there_and_no_certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "ANSWER", 0.5)
    with pytest.raises(InputError, match=r"no cluster answers at tcp://127\.0\.0\.1:9 "):
        _connected("tcp://127.0.0.1:9", tmp_path)
    with pytest.raises(InputError, match="no certificates") as caught:
        _connected("tls://127.0.0.1:9", tmp_path)
    assert "distributed.comm.tls.ca-file" in caught.value.remedy


@pytest.mark.filterwarnings("ignore:.*Port 8787")
def test_certificates_are_those_of_dasks_configuration(tmp_path: Path) -> None:
    made = Security.temporary()
    settings = {}
    for name in ("ca-file", "client.cert", "client.key"):
        file = tmp_path / f"{name}.pem"
        file.write_text(getattr(made, f"tls_{name.replace('.', '_').replace('-', '_')}"), encoding="utf-8")
        settings[f"distributed.comm.tls.{name}"] = str(file)
    plain = {"dashboard_address": None, "processes": False, "silence_logs": 50}
    with LocalCluster(n_workers=1, threads_per_worker=2, security=made, host="127.0.0.1", **plain) as cluster:
        place = cluster.scheduler_address
        assert place.startswith("tls://")
        with dask.config.set(settings), Cluster(_connected(place, tmp_path)) as crew:
            assert crew.size == 2
            pieces = _pieces()[:2]
            assert [crew.submit(piece) for piece in pieces] == [1, 2]
            assert all(solved.found for solved in _gathered(crew, 2).values())


def test_it_is_told_where_the_cluster_is_of_no_use() -> None:
    result = _solved("local", method="auto", gap=0.5)
    assert "Solved whole on this machine; the cluster was not used." in result.messages
