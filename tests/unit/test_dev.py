"""The project's own commands: what they say, what they install, when they make `.venv` again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py as a user types it."""
    command = [sys.executable, "dev.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )


def install(programs: Path, *packages: str) -> str:
    """What dev.py says when it installs *packages* where only these programs are found."""
    code = f"import dev; dev.install({list(packages)!r})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    return done.stdout


def fake(programs: Path, name: str, status: int) -> Path:
    """A program that writes down how it was called."""
    called = programs / f"{name}.called"
    script = programs / name
    script.write_text(f'#!/bin/sh\necho "$*" >> "{called}"\nexit {status}\n')
    script.chmod(0o755)
    return called


@pytest.mark.parametrize("wrong", [[], ["fly"]])
def test_without_a_command_it_says_which_there_are(wrong: list[str]) -> None:
    done = dev(*wrong)
    assert done.returncode == 2
    for command in ("run", "test", "check", "bench"):
        assert f"dev.py {command}" in done.stdout


def test_help_is_no_error() -> None:
    assert dev("--help").returncode == 0


def test_without_apt_it_names_what_may_be_missing(tmp_path: Path) -> None:
    assert "libgl1 libegl1" in install(tmp_path, "libgl1", "libegl1")


@pytest.mark.skipif(not AS_ROOT, reason="installs as root only")
def test_as_root_it_installs_what_is_missing_and_says_nothing(tmp_path: Path) -> None:
    called = fake(tmp_path, "apt-get", 0)
    assert install(tmp_path, "libgl1", "libegl1") == ""
    assert called.read_text().splitlines() == [
        "update -qq",
        "install -y --no-install-recommends libgl1 libegl1",
    ]


@pytest.mark.skipif(not AS_ROOT, reason="installs as root only")
def test_what_could_not_be_installed_is_named(tmp_path: Path) -> None:
    fake(tmp_path, "apt-get", 100)
    assert install(tmp_path, "libgl1").startswith("Could not install: libgl1\n")


@pytest.mark.skipif(AS_ROOT, reason="root is never asked")
def test_a_user_is_told_the_line_to_type(tmp_path: Path) -> None:
    called = fake(tmp_path, "apt-get", 0)
    assert "sudo apt-get install -y --no-install-recommends libgl1" in install(tmp_path, "libgl1")
    assert not called.exists()


def test_new_pins_make_a_new_venv(tmp_path: Path) -> None:
    for name in ("dev.py", "constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)

    def fingerprint() -> str:
        code = [sys.executable, "-c", "import dev; print(dev.fingerprint())"]
        return subprocess.check_output(code, cwd=tmp_path, text=True, timeout=240)

    before = fingerprint()
    assert fingerprint() == before
    with (tmp_path / "constraints.txt").open("a") as file:
        file.write("pytest==1.0\n")
    assert fingerprint() != before


def test_within_the_venv_that_is_made_again_it_is_made_by_the_python_outside(
    tmp_path: Path,
) -> None:
    """As where `.venv` was activated and a pull brought new pins."""
    shutil.copy(ROOT / "dev.py", tmp_path)
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(tmp_path / ".venv")],
        check=True, timeout=240,
    )  # fmt: skip
    inside = tmp_path / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    code = "import dev; print(dev.outer_python())"
    found = subprocess.check_output([inside, "-c", code], cwd=tmp_path, text=True, timeout=240)
    assert Path(found.strip()).exists()
    assert tmp_path not in Path(found.strip()).parents


def test_the_check_of_a_change_is_what_a_developer_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert script.index("dev.py check") < script.index("dev.py test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


FAKE_TESTS = """#!/bin/sh
case "$*" in *compileall*) exit 0;; esac
echo "$*" >> "$0.called"
case "$*" in
  *"randomly-seed=8 "*) echo "FAILED tests/one.py"; echo "2 passed, 1 failed"; exit 1;;
  *) echo "3 passed, 0 failed";;
esac
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The project's commands in a folder of their own, over tests that only say how they went."""
    for name in ("dev.py", "constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").write_text(FAKE_TESTS)
    (programs / "python").chmod(0o755)
    fake(programs, "apt-get", 0)  # nothing is installed for this
    code = "import dev; dev.STAMP.write_text(dev.fingerprint())"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, timeout=240)
    return tmp_path


def run_of(copied: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """The status of `dev.py test`, what it printed, and how the tests were called."""
    programs = copied / ".venv" / "bin"
    done = subprocess.run(
        [sys.executable, "dev.py", "test", *arguments],
        cwd=copied, capture_output=True, text=True, timeout=240, check=False,
        env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"},
    )  # fmt: skip
    called = (programs / "python.called").read_text().splitlines()
    return done.returncode, done.stdout.splitlines(), called


def test_many_runs_have_a_line_each_and_another_order(copied: Path) -> None:
    status, printed, called = run_of(copied, "--times", "2", "--seed", "6", "-k", "rail")
    assert status == 0
    assert len(printed) == 3
    assert printed[0].startswith("run 1 of 2: 3 passed, 0 failed, ")
    assert [line.rpartition(", ")[2] for line in printed[:2]] == ["--seed 6", "--seed 7"]
    assert printed[2] == "6 passed, 0 failed"
    assert all("-k rail" in line for line in called)
    assert ["randomly-seed=6" in called[0], "randomly-seed=7" in called[1]] == [True, True]


def test_one_run_that_fails_makes_them_all_fail_and_says_why(copied: Path) -> None:
    status, printed, _ = run_of(copied, "--times", "3", "--seed", "7")
    assert status == 1
    assert printed[-1] == "8 passed, 1 failed"
    assert "FAILED tests/one.py" in printed


def test_without_a_seed_each_run_finds_one(copied: Path) -> None:
    _, printed, called = run_of(copied, "--times", "1")
    seed = printed[0].rpartition(" ")[2]
    assert seed.isdigit()
    assert f"--randomly-seed={seed} --hypothesis-seed={seed}" in called[0]


def test_long_runs_are_asked_of_the_tests(copied: Path) -> None:
    status, printed, called = run_of(copied, "--long", "--seed", "5", "tests/unit")
    assert (status, printed) == (0, ["3 passed, 0 failed"])
    assert "--long tests/unit --randomly-seed=5 --hypothesis-seed=5" in called[0]
    _, _, called = run_of(copied, "-x")
    assert called[-1].endswith("-x")
