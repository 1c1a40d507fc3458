"""The same page in weave and in Jupyter Book 1: one executed cell, one figure, a number in the prose. Prints times and ratios.

    python3 -m venv .build/jupyter && .build/jupyter/bin/pip install "jupyter-book<2" matplotlib
    swift run weave && python3 Benchmarks/jupyter_book.py .build/jupyter/bin/jupyter-book

Both run in turns. Cold: nothing is kept from earlier runs (weave's library and Jupyter Book's kernel are installed). Warm:
nothing changed. Prose: a word of the text changed. Cell: a number in the cell changed.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

OURS = """# Doubling

```swift
//| label: fig-doubling
let factor = 2.0
let values = (0..<100).map { factor * Double($0) }
let total = values.reduce(0, +)
show(Figure("It rises") { Line(Array(values.enumerated()), x: \\.offset, y: \\.element) }.x("Place").y("Value"))
```

A sum of `{swift} total` comes of it.
"""

THEIRS = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  name: python3
  display_name: Python 3
---

# Doubling

```{code-cell} python3
from myst_nb import glue
import matplotlib.pyplot as plt
factor = 2.0
values = [factor * i for i in range(100)]
glue("total", sum(values), display=False)
plt.plot(range(100), values)
plt.xlabel("Place")
plt.ylabel("Value");
```

A sum of {glue:}`total` comes of it.
"""

CONFIG = """title: A book
execute:
  execute_notebooks: cache
"""


def run(command, folder=None):
    start = time.perf_counter()
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if result.returncode != 0:
        sys.exit(result.stdout)
    return time.perf_counter() - start


def edit(page, old, new):
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new, 1))


class Weave:
    name = "weave"

    def __init__(self, folder):
        self.folder = folder
        (folder / "chapters").mkdir(parents=True)
        self.page = folder / "chapters" / "doubling.md"
        self.page.write_text(OURS)

    def build(self, is_cold=False):
        program = pathlib.Path(".build/debug/weave").resolve()
        options = ["--fresh"] if is_cold else []
        return run([program, "--chapters", self.folder / "chapters", "--site", self.folder / "site", *options])


class JupyterBook:
    name = "Jupyter Book"

    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        folder.mkdir()
        self.page = folder / "doubling.md"
        self.page.write_text(THEIRS)
        (folder / "_config.yml").write_text(CONFIG)
        (folder / "_toc.yml").write_text("format: jb-book\nroot: doubling\n")

    def build(self, is_cold=False):
        if is_cold:
            shutil.rmtree(self.folder / "_build", ignore_errors=True)
        return run([self.program, "build", self.folder])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = pathlib.Path(sys.argv[1]).absolute()
    with tempfile.TemporaryDirectory() as name:
        tools = [Weave(pathlib.Path(name) / "ours"), JupyterBook(pathlib.Path(name) / "theirs", program)]
        kinds = ["cold", "warm", "prose", "cell"]
        best = {(tool.name, kind): float("inf") for tool in tools for kind in kinds}
        for attempt in range(3):
            for tool in tools:
                def note(kind, seconds):
                    best[tool.name, kind] = min(best[tool.name, kind], seconds)

                note("cold", tool.build(is_cold=True))
                note("warm", tool.build())
                edit(tool.page, "comes of it", "comes of it again")
                note("prose", tool.build())
                edit(tool.page, "factor = 2", f"factor = 2{attempt}")
                note("cell", tool.build())
        for kind in kinds:
            ours, theirs = best["weave", kind], best["Jupyter Book", kind]
            print(f"{kind:5}  weave {ours:6.2f} s   Jupyter Book {theirs:6.2f} s   {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
