"""The notebook in docs/ runs from top to bottom, and what it shows is what it says it shows.

`KG_RENEW=1 pytest tests/test_notebook.py` writes what it shows today into it.
"""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parent.parent / "docs" / "python.ipynb"


def test_the_notebook_shows_what_it_says(built: Path, tmp_path: Path) -> None:
    (tmp_path / "output").symlink_to(built)
    written = nbformat.read(NOTEBOOK, as_version=4)
    run = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(run, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    if os.environ.get("KG_RENEW"):
        _tidy(run)
        nbformat.write(run, NOTEBOOK)
        written = run
    assert _shown(run) == _shown(written)
    assert any("Polres Gresik" in text for text in _shown(run))


def _shown(notebook: nbformat.NotebookNode) -> list[str]:
    """The text of every output, cell by cell."""
    return [
        "".join(out.get("text", "") or out.get("data", {}).get("text/plain", "") for out in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _tidy(notebook: nbformat.NotebookNode) -> None:
    """Nothing of the machine or the hour stays in the file."""
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
