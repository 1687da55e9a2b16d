"""What several tests need: the seeds built once, tools that CI must have, a `kg` without the superuser's rights."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from server import Server, serving

from kg.pipeline import build

# A deadline would test the machine; random seeds would make a failure hard to see again.
settings.register_profile("kg", deadline=None, derandomize=True)
settings.load_profile("kg")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
_WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
import kg.explain, kg.pipeline, kg.progress
from kg.cli import main

# All that is loaded late is loaded now: afterwards even the standard library may be out of reach.
kg.pipeline.build([sys.argv[1]], Path("warm"))
if os.geteuid() == 0:
    os.seteuid(65534)
main(sys.argv[2:])
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a build of the seeds writes."""
    folder = tmp_path_factory.mktemp("built")
    outcome = build([str(SEEDS)], folder)
    assert not outcome.problems, "\n".join(map(str, outcome.problems))
    assert outcome.articles == 5
    return folder


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[Server]:
    """`kg serve` over what a build of the seeds writes."""
    with serving(built, "--workers", "2", "--max-rows", "3000") as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None and not os.environ.get("CI"):
        pytest.skip("no chromium; in CI .ci/run installs it")
    assert path, "no chromium: .ci/run should have installed it"
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Gives the path of a program; without it the test is skipped, but in CI it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and not os.environ.get("CI"):
            pytest.skip(f"{name} is not installed")
        assert path, f"{name} is not installed; .ci/run should have done it"
        return path

    return find


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may look into and write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def kg_without_rights(open_folder: Path) -> Run:
    """Runs `kg` in the open folder as a user to whom file rights apply, also where the tests run as superuser."""
    if os.name == "nt":
        pytest.skip("Windows has other rights")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        warm = str(next(SEEDS.glob("000*.txt")))
        command = [sys.executable, "-c", _WITHOUT_RIGHTS, warm, *arguments]
        return subprocess.run(command, cwd=open_folder, capture_output=True, text=True, check=False)

    return run
