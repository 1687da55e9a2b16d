"""What a user installs: the wheel alone, in an empty environment, in another folder, with nothing of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

from kg.outputs.bundle import FILES

pytestmark = pytest.mark.slow
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command without anything of this environment on its path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, *_PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of an environment that holds the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("empty") / "venv"
    run(sys.executable, "-m", "venv", place, cwd=place.parent)
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", *_PIP, "install", wheel, cwd=place.parent)
    return programs


def test_the_wheel_carries_ontology_tables_and_notices(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (*(ROOT / "ontology").rglob("*"), ROOT / "kg" / "py.typed"):
        if path.is_file():
            inside = path.relative_to(ROOT).as_posix()
            assert inside.replace("ontology/", "kg/_ontology/", 1) in names, inside
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "seeds/"))]


def test_an_article_is_read_in_an_empty_environment(installed: Path, built: Path, tmp_path: Path) -> None:
    article = next(SEEDS.glob("000*.txt"))
    shutil.copy(article, tmp_path / "ARTICLE.txt")
    done = run(installed / "kg", "build", "ARTICLE.txt", cwd=tmp_path)
    assert done.stderr == "1 article read into output\n"
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == sorted((*FILES, "store"))
    asked = run(installed / "kg", "query", "officials", "--format", "csv", cwd=tmp_path)
    assert "Bawaslu Kabupaten Batang,Mahbrur,Ketua,current" in asked.stdout
    assert "claims" in run(installed / "kg", "explain", "ARTICLE.txt", cwd=tmp_path).stdout
