"""What carries a folder about: a client that keeps it in step with other computers, or a network.

All of it is told offline, from names, from what such clients leave in their folders, and from the
table of what is mounted. What is not known counts as an ordinary folder.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from itertools import islice
from pathlib import Path

from careerdesk.dataclass import dataclass

MOUNTS = Path("/proc/self/mounts")
MOST_NAMES = 2_000  # of a folder, that are looked through for a mark
REMOTE_DRIVE = 4  # what Windows says of a drive that is another computer's folder

_MARKS = {  # the name of what lies in the root of such a folder, and whether that is a folder
    ".dropbox": ("Dropbox", False),  # the client's own folder in the home has that name as well
    ".dropbox.cache": ("Dropbox", True),
    ".stfolder": ("Syncthing", None),
    ".owncloudsync.log": ("ownCloud", False),
    ".nextcloudsync.log": ("Nextcloud", False),
    ".sync/ID": ("Resilio Sync", False),
    ".seafile-data": ("Seafile", True),
    ".tmp.drivedownload": ("Google Drive", True),
    ".tmp.driveupload": ("Google Drive", True),
    ".megaignore": ("MEGA", False),
}  # fmt: skip
_MARK_OF_OWNCLOUD = re.compile(r"\._?sync_\w+\.db$")
_NAMES = {  # directly in the home or at the root of a drive, before " - " and " ("
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "iclouddrive": "iCloud",
    "icloud drive": "iCloud", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "pcloud drive": "pCloud", "pclouddrive": "pCloud", "pcloud sync": "pCloud", "mega": "MEGA",
    "seafile": "Seafile", "seadrive": "Seafile", "box": "Box", "box sync": "Box",
    "proton drive": "Proton Drive", "tresorit": "Tresorit",
}  # fmt: skip
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORKS = {
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs",
    "webdav",
}  # fmt: skip
_ON_THIS_COMPUTER = {"fuseblk", "fuse.ntfs-3g", "fuse.exfat", "fuse.gocryptfs", "fuse.encfs",
                     "fuse.cryfs", "fuse.fuse-overlayfs", "fuse.bindfs", "fuse.lxcfs",
                     "fuse.mergerfs", "fuse.portal", "fuse.veracrypt"}  # fmt: skip
_OCTAL = re.compile(r"\\([0-7]{3})")


class Carrier(Enum):
    """Who carries a folder about."""

    NOBODY = "nobody"
    SYNC = "sync"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, with who carries it about, and the name of that program if it has one."""

    carrier: Carrier = Carrier.NOBODY
    name: str = ""

    @property
    def travels(self) -> bool:
        """Whether somebody besides us looks after the files in it."""
        return self.carrier is not Carrier.NOBODY


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of the computer says so; a test says it in its place."""

    mounts: Path = MOUNTS
    home: Path = field(default_factory=Path.home)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)


def folder_of(path: Path, around: Surroundings | None = None) -> Folder:
    """Who carries about the folder in which the file at *path* really is."""
    around = around or Surroundings()
    try:
        if _is_of_another_computer(path):
            return Folder(Carrier.NETWORK)
        folder = path.resolve().parent
        client = _client(folder, around)
    except (OSError, RuntimeError, ValueError):  # a loop of links, no home, a folder that is closed
        return Folder()
    if client:
        return Folder(Carrier.SYNC, client)
    return Folder(Carrier.NETWORK) if is_network(_kind_of_disk(folder, around.mounts)) else Folder()


def _client(folder: Path, around: Surroundings) -> str:
    """The client that keeps *folder* in step, if it is known."""
    home = around.home.resolve()
    return _by_name(folder, home) or _by_variable(folder, around) or _by_mark(folder, home)


def _by_name(folder: Path, home: Path) -> str:
    parts = folder.relative_to(home).parts if folder.is_relative_to(home) else folder.parts[1:]
    match parts:
        case ("Library", "Mobile Documents", *_):
            return "iCloud"
        case ("Library", "CloudStorage", provider, *_):
            return _NAMES.get(provider.partition("-")[0].casefold(), provider.partition("-")[0])
        case (first, *_):
            plain = first.casefold().partition(" - ")[0].partition(" (")[0].rstrip()
            return _NAMES.get(plain, "")
    return ""


def _by_variable(folder: Path, around: Surroundings) -> str:
    for variable in _VARIABLES:
        named = around.variables.get(variable, "")
        if named and folder.is_relative_to(Path(named).resolve()):
            return "OneDrive"
    return ""


def _by_mark(folder: Path, home: Path) -> str:
    wide = {home, *home.parents, Path("/tmp")}  # noqa: S108  # only looked at
    for one in (folder, *folder.parents):
        root = f"{one}{os.sep}"
        for mark, (client, is_folder) in _MARKS.items():
            if _is_there(root + mark, is_folder):
                return client
        if one not in wide and any(map(_MARK_OF_OWNCLOUD.match, _names_in(one))):
            return "Nextcloud"  # nobody keeps all of the others in step, and they may hold much
    return ""


def _is_there(path: str, is_folder: bool | None) -> bool:
    try:
        status = os.stat(path)  # noqa: PTH116  # some dozens of these at every start
    except OSError:
        return False
    return is_folder is None or stat.S_ISDIR(status.st_mode) is is_folder


def _names_in(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            yield from (one.name for one in islice(found, MOST_NAMES))
    except OSError:
        return


def _is_of_another_computer(path: Path) -> bool:
    """What Windows says: a path that names a computer, or a drive that stands for one."""
    drive = path.drive
    if drive.startswith("\\\\"):
        return not drive.startswith(("\\\\?\\", "\\\\.\\")) or drive[4:].upper().startswith("UNC")
    if sys.platform != "win32" or not drive:
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == REMOTE_DRIVE)


def _kind_of_disk(folder: Path, mounts: Path) -> str:
    """The file system of the disk that *folder* is on, "" where there is no table of them."""
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    found, length, inside = "", 0, f"{folder}/"
    for line in table.splitlines():
        _device, place, kind, *_ = [*line.split(" "), "", "", ""]
        where = _OCTAL.sub(_letter, place).rstrip("/") + "/"
        if len(where) >= length and inside.startswith(where):
            found, length = kind, len(where)  # of two at one place the later one covers
    return found


def _letter(code: re.Match[str]) -> str:
    return chr(int(code[1], 8))


def is_network(kind: str) -> bool:
    """Whether a file system of that kind is another computer's, or a program stands for it."""
    if kind in _ON_THIS_COMPUTER:
        return False
    return kind.partition(".")[0] == "fuse" or kind in _NETWORKS


def conflict_copies(path: Path, host: str) -> list[str]:
    """The names of what sync clients kept beside *path* where two computers wrote it."""
    stem, end = re.escape(path.stem), re.escape(path.suffix)
    computer = rf"{re.escape(host)}|(?:DESKTOP|LAPTOP)-[A-Z0-9]+"
    ways = (
        r"[ _.-]?[(\[].*(?:conflict|konflikt|conflit|conflicto|conflitto).*[)\]]",  # most of them
        r"\.sync-conflict-\d{8}-\d{6}-\w+",  # Syncthing
        r"_conflict-\d{8}-\d{6}",  # older ones of ownCloud
        r" \(\d+\)",  # Google Drive
        r" \d+",  # iCloud
        rf"-(?:{computer})(?:-\d+)?",  # OneDrive
    )
    pattern = re.compile(rf"{stem}(?:{'|'.join(ways)}){end}", re.IGNORECASE)
    return sorted(name for name in _names_in(path.parent) if pattern.fullmatch(name))
