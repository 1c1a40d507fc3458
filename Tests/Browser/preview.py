"""`weave preview` as its author meets it: a book of one chapter, edited while a browser shows it."""

import pathlib
import socket
import subprocess
import tempfile
import time

TEXT = "# Draft\n\n" + "A paragraph.\n\n" * 200 + "The end is `{swift} 1 + 1`.\n"


def tests(page, program):
    """The names and the functions of all tests."""

    def edits():
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "chapters").mkdir()
            chapter = folder / "chapters" / "01-draft.md"
            chapter.write_text(TEXT)
            with _server(program, folder) as port:
                return list(_complaints(page, chapter, port))

    return [("preview: a save reloads in place, a mistake is an overlay, other hosts are refused", edits)]


def _complaints(page, chapter, port):
    page.show(1280)
    page.open(f"http://127.0.0.1:{port}/01-draft.html")
    says = "document.querySelector('article')?.textContent.includes({!r})".format
    if not page.wait_for(says("The end is 2"), seconds=120):
        yield "the page does not come"
        return
    # The site is there a moment before its build is told, and then the page comes once more.
    current = "document.querySelector('script[src*=preview]')?.src.endsWith('=' + news.version) && news.version > 0"
    if not page.wait_for(f"fetch('/__weave/news?after=-1').then((r) => r.json()).then((news) => {current})"):
        yield "the page does not know its build"
    page.run("scrollTo(0, 1500)")
    chapter.write_text(TEXT.replace("The end", "A new end"))
    if not page.wait_for(says("A new end is 2"), seconds=60):
        yield "a save does not reach the page"
    # The place is restored when the new page has loaded.
    if not page.wait_for("scrollY === 1500"):
        yield f"the reloaded page stands at {page.run('scrollY')} px, not at 1500"
    chapter.write_text(TEXT.replace("1 + 1", "1 + nothing"))
    overlay = "document.getElementById('weave-problems')?.textContent ?? ''"
    if not page.wait_for(overlay, seconds=60):
        yield "a mistake shows no overlay"
    text = page.run(overlay)
    line = TEXT.count("\n")
    for part in [f"01-draft.md:{line}:25: error: cannot find 'nothing' in scope", "The end is `{swift} 1 + nothing`", "^"]:
        if part not in text:
            yield f"the overlay lacks {part!r}: {text!r}"
    if not page.run(says("A new end is 2")):
        yield "the last good page is gone while the chapter is wrong"
    chapter.write_text(TEXT.replace("1 + 1", "1 + 2"))
    if not page.wait_for(says("The end is 3"), seconds=60) or page.run(overlay):
        yield "the mended chapter is not shown without the overlay"
    yield from _refusals(port)


def _refusals(port):
    for host, wanted in [(f"127.0.0.1:{port}", b"200"), ("book.example", b"403")]:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(f"GET /01-draft.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            status = connection.recv(64).split(b" ")[1]
        if status != wanted:
            yield f"the host {host} is answered {status}, not {wanted}"
    listeners = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
    addresses = [line.split()[1] for line in listeners if line.split()[3] == "0A"]
    if any(address.endswith(f":{port:04X}") and address != f"0100007F:{port:04X}" for address in addresses):
        yield "the preview listens beyond this machine"


class _server:
    """A preview of a book on a free port; ended at the end of the `with` statement."""

    def __init__(self, program, folder):
        self._command = [program, "preview", "--chapters", folder / "chapters", "--site", folder / "site"]

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._process = subprocess.Popen(
            self._command + ["--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return port
            except ConnectionRefusedError:
                time.sleep(0.05)
        self._process.kill()
        raise RuntimeError("the preview does not answer")

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
