"""Fetches the vendored files from the npm registry: `python -m kg.outputs.vendor.update` (needs npm and the network).

npm checks the packages' hashes. What changed shows in git; the tests of the page say whether it still works.
"""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_INDONESIA = "360"  # ISO 3166-1 numeric
_RULE = f"\n{'-' * 74}\n"
_STYLES = ("datatables.net-dt",)  # in the style sheet, of which there is no map
_MIT = """Copyright (c) {}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
"""For packages that name the licence without its text."""
_PACKAGES = {
    "vis-network": ("10", "MIT", {"dist/vis-network.min.js": "vis-network.min.js", "LICENSE-MIT": "vis-network.LICENSE"}),
    "fflate": ("0.8", "MIT", {"umd/index.js": "fflate.min.js", "LICENSE": "fflate.LICENSE"}),
    "@zazuko/yasgui": ("4.6", "MIT; what it bundles: yasgui.LICENSES", {
        "build/yasgui.min.js": "yasgui.min.js", "build/yasgui.min.css": "yasgui.min.css",
    }),
    "world-atlas": ("2", "ISC; the data of Natural Earth are in the public domain", {"LICENSE": "world-atlas.LICENSE"}),
}


def main() -> None:
    """Renews every vendored file and versions.json."""
    versions = {}
    with tempfile.TemporaryDirectory() as place:
        for name, (wanted, licence, wanted_files) in _PACKAGES.items():
            folder = _fetch(f"{name}@{wanted}", Path(place) / name.rpartition("/")[2])
            for inside, outside in wanted_files.items():
                (_HERE / outside).write_bytes((folder / inside).read_bytes())
            package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
            versions[name] = {"version": package["version"], "licence": licence}
        notices = _notices(Path(place) / "yasgui", versions["@zazuko/yasgui"]["version"])
        (_HERE / "yasgui.LICENSES").write_text(notices, encoding="utf-8")
        atlas = json.loads((Path(place) / "world-atlas/package/countries-50m.json").read_text(encoding="utf-8"))
    rings = sorted(_rings(atlas), key=lambda ring: (-len(ring), ring))
    (_HERE / "indonesia.json").write_text(json.dumps(rings, separators=(",", ":")) + "\n", encoding="utf-8")
    (_HERE / "versions.json").write_text(json.dumps(versions, indent=1) + "\n", encoding="utf-8")


def _fetch(wanted: str, folder: Path) -> Path:
    folder.mkdir()
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), wanted]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _notices(folder: Path, version: str) -> str:
    """The licences of all that YASGUI bundles: the packages that its source map names, as npm installs them."""
    command = ["npm", "install", "--silent", "--ignore-scripts", "--prefix", str(folder), f"@zazuko/yasgui@{version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    sources = json.loads((folder / "package/build/yasgui.min.js.map").read_text(encoding="utf-8"))["sources"]
    bundled = {found[1] for source in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source))}
    return _RULE.join(_notice(folder / "node_modules" / name) for name in sorted({*bundled, *_STYLES, "@zazuko/yasgui"}))


def _notice(folder: Path) -> str:
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    author = package.get("author", "its authors")
    by = author["name"] if isinstance(author, dict) else author
    head = f"{package['name']} {package['version']}, {package.get('license', 'MIT')}, by {by}\n\n"
    texts = sorted(path for path in folder.iterdir() if path.name.lower().startswith(("licen", "copying")))
    return head + ("\n".join(path.read_text(encoding="utf-8").strip() for path in texts) or _MIT.format(by)) + "\n"


def _rings(atlas: dict[str, Any]) -> Iterator[list[list[float]]]:
    """The outer and inner rings of Indonesia, out of TopoJSON's shared arcs."""
    country = next(g for g in atlas["objects"]["countries"]["geometries"] if g.get("id") == _INDONESIA)
    for polygon in country["arcs"]:
        for ring in polygon:
            points = [point for arc in ring for point in _arc(atlas, arc)]
            yield [point for number, point in enumerate(points) if not number or point != points[number - 1]]


def _arc(atlas: dict[str, Any], number: int) -> list[list[float]]:
    """One arc in degrees; a negative number means: backwards."""
    (wide, high), (left, foot) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    x = y = 0
    points = []
    for step_x, step_y in atlas["arcs"][number if number >= 0 else ~number]:
        x, y = x + step_x, y + step_y
        points.append([round(x * wide + left, 2), round(y * high + foot, 2)])
    return points if number >= 0 else points[::-1]


if __name__ == "__main__":
    main()
