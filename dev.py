#!/usr/bin/env python3
"""The project's commands: run, test, check, generate, messages, bench, faults.

Standard library only.

    python3 dev.py run [ARGUMENTS]     the program (without a screen: its tour)
    python3 dev.py test [ARGUMENTS]    the tests; arguments go to pytest, but for these:
                --long                 those that take long too, and more seeds of every walk
                --times N              the whole suite N times, each in another order
                --seed S               in this order; with --times it is that of the first run
                --sqlite renamed       every store opened by a library that is not sqlite3
                --windows              on a Windows that is pretended
    python3 dev.py check               format, lint, types, import contracts
    python3 dev.py generate            what is made from others: statements, the first store, icons
    python3 dev.py messages            careerdesk/locale/careerdesk.pot: all texts, for translators
    python3 dev.py bench [ARGUMENTS]   the benchmarks; `bench peers` beside other programs
    python3 dev.py faults [ARGUMENTS]  the tests of faults at every write, and a table of them

Each makes what it needs first: the libraries of Qt (on Debian, where it may), and a `.venv`
with the pinned packages of constraints.txt.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PEERS = ROOT / ".venv-peers"
STAMP = VENV / "stamp"
LEAST = (3, 11)
ENOUGH = 4 * 1024**3  # bytes
OFFSCREEN = {
    "libgl1": "GL", "libegl1": "EGL", "libxkbcommon0": "xkbcommon", "libfontconfig1": "fontconfig",
    "libdbus-1-3": "dbus-1", "libglib2.0-0": "glib-2.0",
}  # fmt: skip
SCREEN = {
    "libxcb-cursor0": "xcb-cursor", "libxkbcommon-x11-0": "xkbcommon-x11",
    "libxcb-icccm4": "xcb-icccm", "libxcb-keysyms1": "xcb-keysyms", "libxcb-shape0": "xcb-shape",
}  # fmt: skip
TOOLS = {
    "xvfb": "Xvfb", "xdotool": "xdotool", "openbox": "openbox", "poppler-utils": "pdftotext",
    "strace": "strace", "faketime": "faketime",
}  # fmt: skip
PLAIN = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": ""}
SPREAD = "worksteal"  # who is done takes over from who is not
FONT = ("fonts-dejavu-core", Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))


def main(arguments: list[str]) -> int:
    """Do one command; its exit status."""
    commands = {
        "run": run, "test": test, "check": check, "generate": generate,
        "messages": messages, "bench": bench, "faults": faults,
    }  # fmt: skip
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    use_new_python(arguments)
    return commands[arguments[0]](arguments[1:])


def use_new_python(arguments: list[str]) -> None:
    """Go on under a newer Python where this one is too old."""
    if sys.version_info >= LEAST:
        return
    for minor in range(20, LEAST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            os.execv(other, [other, str(Path(__file__).resolve()), *arguments])
    sys.exit("CareerDesk needs Python 3.11 or newer. Install it, then run this again.")


def run(arguments: list[str]) -> int:
    """The program; without a screen and without a command its tour."""
    screen = has_screen()
    make_ready(OFFSCREEN | (SCREEN if screen else {}), {}, font=not screen)
    compile_once()
    if screen or arguments or not sys.platform.startswith("linux"):
        return python("-m", "careerdesk", *arguments)
    folder = ROOT / "build" / "tour"
    print(f"There is no screen here, so this is the tour instead: pictures go to {folder}.")
    return python("-m", "careerdesk", "tour", "-o", str(folder))


def test(arguments: list[str]) -> int:
    """All tests, or what the arguments choose, on all cores."""
    parser = argparse.ArgumentParser(prog="dev.py test", allow_abbrev=False, add_help=False)
    parser.add_argument("--times", type=int, default=0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--sqlite", choices=["renamed"], default="")
    parser.add_argument("--windows", action="store_const", const="1", default="")
    ours, theirs = parser.parse_known_args(arguments)
    os.environ |= {"CAREERDESK_TESTS_SQLITE": ours.sqlite, "CAREERDESK_TESTS_WINDOWS": ours.windows}
    make_ready(OFFSCREEN | SCREEN, TOOLS, font=True)
    compile_once()
    command = ["-m", "pytest", "-n", "auto", "--dist", SPREAD, *theirs]
    keep_in_memory()
    if ours.times:
        return test_often(command, ours.times, ours.seed)
    return python(*command, *in_order(ours.seed), **PLAIN)


def faults(arguments: list[str]) -> int:
    """The tests of faults alone, at every write, and what came of each number."""
    make_ready(OFFSCREEN | SCREEN, TOOLS, font=True)
    compile_once()
    keep_in_memory()
    plugin = ["-p", "tests.faults.table", "--long"]
    return python("-m", "pytest", "-n", "auto", "--dist", SPREAD, *plugin, *arguments, **PLAIN)


def keep_in_memory() -> None:
    """Let the tests' stores lie in memory where there is enough: each commit waits for a disk."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > ENOUGH:
        os.environ.setdefault("TMPDIR", str(memory))


def in_order(seed: int | None) -> list[str]:
    """The arguments of pytest that make a run of *seed* the same each time."""
    return [] if seed is None else [f"--randomly-seed={seed}", f"--hypothesis-seed={seed}"]


def test_often(command: list[str], times: int, seed: int | None) -> int:
    """Run all tests again and again, a line for each run; what a failed run said is shown."""
    first = random.randrange(10**6) if seed is None else seed
    totals = [0, 0]
    good = True
    for number in range(times):
        start = time.monotonic()
        done = subprocess.run(
            [executable("python"), *command, *in_order(first + number)], cwd=ROOT,
            env=os.environ | PLAIN, check=False, capture_output=True, text=True,
        )  # fmt: skip
        passed, failed = counted(done.stdout)
        totals = [totals[0] + passed, totals[1] + failed]
        if done.returncode:
            good = False
            print(done.stdout, done.stderr, sep="\n")
        took = round(time.monotonic() - start)
        words = f"run {number + 1} of {times}: {passed} passed, {failed} failed"
        print(f"{words}, {took} s, --seed {first + number}", flush=True)
    print(f"{totals[0]} passed, {totals[1]} failed")
    return 0 if good else 1


def counted(printed: str) -> tuple[int, int]:
    """How many tests passed and failed, by the last line that the tests print."""
    found = re.findall(r"^(\d+) passed, (\d+) failed$", printed, re.MULTILINE)
    return (int(found[-1][0]), int(found[-1][1])) if found else (0, 0)


def check(_arguments: list[str]) -> int:
    """Format, lint, types and import contracts; all are shown, the worst status is given."""
    make_ready(OFFSCREEN, {})
    steps = [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports", "--no-cache"),
    ]
    return max(abs(tool(*step)) for step in steps)


def generate(_arguments: list[str]) -> int:
    """Make the files again that are made from others, after one of the tables or the icons."""
    make_ready(OFFSCREEN, {})
    makers = "tools.make_statements", "tools.make_new_store", "tools.make_icons"
    return max(abs(python("-m", maker)) for maker in makers)


def messages(_arguments: list[str]) -> int:
    """Write down all texts of the program; 1 where one cannot be found in the source."""
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "messages.py")], cwd=ROOT, check=False
    ).returncode


def bench(arguments: list[str]) -> int:
    """The goals of speed, each beside its floor; `peers` first: beside other programs."""
    make_ready(OFFSCREEN, {})
    compile_once()
    if arguments[:1] == ["peers"]:
        make_peers()
        arguments = ["--peers", executable("python", PEERS), *arguments[1:]]
    return python("-m", "benchmarks", *arguments)


def make_peers() -> None:
    """Make `.venv-peers` with the programs of benchmarks/peers.txt, once for each list."""
    names = ROOT / "benchmarks" / "peers.txt"
    stamp, made = names.read_text(), PEERS / "stamp"
    if made.exists() and made.read_text() == stamp:
        return
    print("Making .venv-peers with the programs to compare with; this takes a few minutes.")
    shutil.rmtree(PEERS, ignore_errors=True)
    pip = [executable("python", PEERS), "-m", "pip", "install", "--quiet", "-r", str(names)]
    why = failed([outer_python(), "-m", "venv", str(PEERS)]) or failed(pip)
    if why:
        sys.exit(f"The programs could not be installed.\n{why}")
    made.write_text(stamp)


def compile_once() -> None:
    """Compile the program, as installing it does; some machines keep Python from doing so."""
    python("-m", "compileall", "-q", "careerdesk")


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_ready(libraries: dict[str, str], tools: dict[str, str], *, font: bool = False) -> None:
    """Install what the system lacks, then the packages."""
    if sys.platform.startswith("linux"):
        missing = [name for name, stem in libraries.items() if not ctypes.util.find_library(stem)]
        missing += [name for name, command in tools.items() if not shutil.which(command)]
        if font and not FONT[1].exists():
            missing.append(FONT[0])
        if missing:
            install(missing)
    make_venv()


def install(packages: list[str]) -> None:
    """Install Debian packages where that is allowed; else say the line to type."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        print("Some libraries may be missing; on Debian they are: " + " ".join(packages))
        return
    before = become_root()
    if before is None:
        print("Type this first, then run the command again:\n  sudo " + " ".join(line))
        return
    quiet = [*before, "/usr/bin/env", "DEBIAN_FRONTEND=noninteractive"]
    failed([*quiet, "apt-get", "update", "-qq"])
    why = failed([*quiet, *line])
    if why:
        print(f"Could not install: {' '.join(packages)}\n{why.rstrip()}")


def become_root() -> list[str] | None:
    """What to put before a command so that root runs it; None where nothing does."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    asked = sudo and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True)
    return [sudo, "-n"] if sudo and asked and asked.returncode == 0 else None


def make_venv() -> None:
    """Make `.venv` with the pinned packages, once for each state of the lists."""
    stamp = fingerprint()
    if STAMP.exists() and STAMP.read_text() == stamp:
        return
    print("Making .venv with the pinned packages; this takes a minute.")
    venv = [outer_python(), "-m", "venv", str(VENV)]
    shutil.rmtree(VENV, ignore_errors=True)
    if failed(venv):
        shutil.rmtree(VENV, ignore_errors=True)
        install([f"python3.{sys.version_info.minor}-venv"])
        if failed(venv):
            sys.exit("Python's venv is missing. Install it, then run this again.")
    pip = [executable("python"), "-m", "pip", "install", "--disable-pip-version-check"]
    why = failed([*pip, "--quiet", "-c", "constraints.txt", "-e", ".[dev]"])
    if why:
        shutil.rmtree(VENV, ignore_errors=True)
        print(why, file=sys.stderr)
        sys.exit("The packages could not be installed. Check the connection, then run this again.")
    STAMP.write_text(stamp)


def outer_python() -> str:
    """The Python that made the venv one is in, which may be `.venv` itself and about to go."""
    return getattr(sys, "_base_executable", sys.executable)


def failed(command: list[str]) -> str:
    """What a command said when it failed; nothing when it did its work."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    return (done.stderr or done.stdout or "it failed") if done.returncode else ""


def fingerprint() -> str:
    """What the packages depend on."""
    parts = [sys.version.encode(), str(ROOT).encode()]
    parts += [(ROOT / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def executable(name: str, venv: Path = VENV) -> str:
    """A program inside `.venv`, or another one."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return str(venv / folder / name)


def python(*arguments: str, **environment: str) -> int:
    """Run the Python of `.venv` in the project's folder."""
    return tool("python", *arguments, **environment)


def tool(name: str, *arguments: str, **environment: str) -> int:
    """Run a program of `.venv` in the project's folder; its exit status."""
    try:
        return subprocess.run(
            [executable(name), *arguments], cwd=ROOT, env=os.environ | environment, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
