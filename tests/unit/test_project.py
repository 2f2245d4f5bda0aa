"""What the project as a whole promises: its pins, its wheel, and what its files never hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, Slot

import careerdesk

ROOT = Path(__file__).resolve().parents[2]
BINARY = {".gz", ".png", ".ico", ".pdf", ".ttf", ".db"}
HOME_FOLDERS = re.compile(r"(?<![\w.~}])/(?:home|root|Users|work|tmp)/[\w.]+")
REGISTRIES = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|artifactory|nexus|jfrog)", re.IGNORECASE
)


class Bell(QObject):
    rung = Signal(bool)


class Ear(QObject):
    heard = 0

    @Slot(bool)
    def listen(self, _loud: bool) -> None:
        self.heard += 1


def test_a_signal_takes_no_reference_to_true() -> None:
    """Versions of PySide6 that do abort the process after some 570 signals."""
    bell, ear = Bell(), Ear()
    bell.rung.connect(ear.listen)
    bell.rung.emit(True)
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit(True)
    assert ear.heard == 101
    assert abs(sys.getrefcount(True) - before) < 10


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=240)
    (found,) = folder.glob("*.whl")
    return found


@pytest.mark.packaging
def test_the_wheel_holds_the_program_and_its_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    modules = {str(path.relative_to(ROOT)) for path in ROOT.glob("careerdesk/**/*.py")}
    assert modules <= names
    for path in (ROOT / "resources").rglob("*.*"):
        inside = path.relative_to(ROOT / "resources")
        assert f"careerdesk/_resources/{inside.as_posix()}" in names
    assert not [name for name in names if name.startswith(("tests", "benchmarks", "docs"))]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh venv with the wheel; what it needs is found in the one that runs the tests."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=240)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([str(python), "-c", where], text=True, timeout=240).strip()
    Path(packages, "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


def run_installed(programs: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command, away from the tree."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [str(programs / "careerdesk"), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.mark.packaging
def test_the_installed_command_starts(installed: Path, tmp_path: Path) -> None:
    done = run_installed(installed, "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"CareerDesk {careerdesk.__version__}"


@pytest.mark.packaging
@pytest.mark.long
def test_the_installed_window_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    done = run_installed(installed, "--store", str(store), "--measure-start", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"first_data_ms"' in done.stdout
    assert store.exists()


def tracked_texts() -> dict[str, str]:
    """The text of every file that is handed on with the project."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("there is no git here")
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("these files are not in a repository")
    names = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return {  # rosters are there in every encoding: what is no letter in this one names no folder
        name: (ROOT / name).read_text(encoding="utf-8", errors="replace")
        for name in names
        if Path(name).suffix not in BINARY
    }


def test_no_file_names_a_folder_of_one_machine_or_a_registry() -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in tracked_texts().items()
        for pattern in (HOME_FOLDERS, REGISTRIES)
        for match in pattern.finditer(text)
    ]
    assert found == []


def test_one_module_alone_brings_files_to_the_disk_and_gives_them_their_names() -> None:
    asks = re.compile(r"\bos\.(fsync|link|rename|replace)\(|\.(rename|replace|hardlink_to)\(path\)")
    found = [
        name
        for name, text in tracked_texts().items()
        if name.startswith("careerdesk/") and asks.search(text)
    ]
    assert found == ["careerdesk/system.py"]


def test_every_package_is_pinned_and_pyside_is_a_good_one() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {plain(name): version for name, version in (line.split("==") for line in lines)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {plain(re.split(r"[<>=~!;\[]", name)[0]) for name in needed} <= pins.keys()
    assert (6, 10, 2) <= tuple(map(int, pins["pyside6-essentials"].split("."))) < (6, 12)


MAP = ROOT / "ARCHITECTURE.md"
TELLING = [MAP, *(ROOT / name for name in ("CONTRIBUTING.md", "README.md"))]
TELLING += sorted((ROOT / "docs" / "adr").glob("*.md"))
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]*)+|\w[\w-]*\.(?:py|toml))`")


@pytest.mark.parametrize("page", TELLING, ids=lambda page: page.stem)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    places = [ROOT, ROOT / "careerdesk", *(one for one in (ROOT / "tests").glob("*/"))]
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    missing = [name for name in named if not any((place / name).exists() for place in places)]
    assert missing == []


def folders_on_the_map() -> set[str]:
    """The folders of the program as the map draws them, each indented below its own."""
    drawn = MAP.read_text(encoding="utf-8").split("```")[1]
    found: set[str] = set()
    above: list[str] = []
    for line in drawn.splitlines():
        if row := re.match(r"( *)([\w]+)/", line):
            above = [*above[: len(row[1]) // 2], row[2]]
            found.add("/".join(above))
    return found


def test_the_map_shows_every_folder_of_the_program() -> None:
    there = {path.relative_to(ROOT).parent.as_posix() for path in ROOT.glob("careerdesk/**/*.py")}
    there -= {"careerdesk/data/migrations/versions"}  # its folder says what it is
    there |= {"careerdesk/data/migrations", "resources", "tests", "benchmarks"}
    assert folders_on_the_map() == there


def test_every_name_of_code_on_the_map_is_in_the_code() -> None:
    code = "\n".join(
        text for name, text in tracked_texts().items() if name.endswith((".py", "pyproject.toml"))
    )
    words = set(re.findall(r"\w+", code))
    names = re.findall(r"`([A-Za-z_][\w.]*)`", MAP.read_text(encoding="utf-8"))
    assert [name for name in names if name.split(".")[-1] not in words] == []


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def test_every_fault_with_a_number_is_explained_with_its_tests() -> None:
    rows = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8").splitlines()
    told = {
        (number, file)
        for row in rows
        if row.startswith("| F")
        for number in re.findall(r"F\d\d", row.split("|")[1])
        for file in re.findall(r"`([\w/]+\.py)`", row)
    }
    named = {
        (number.upper(), path.relative_to(ROOT / "tests").as_posix())
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def test_((?:f\d\d_)+)", path.read_text(encoding="utf-8"))
        for number in re.findall(r"f\d\d", name)
    }
    assert told == named
