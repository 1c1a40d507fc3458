"""Weaves books of 25, 50 and 100 generated chapters and prints how time and memory grow.

    swift build --product weave && python3 Benchmarks/book_scaling.py [WEAVE]

WEAVE is the debug build that `swift run weave` runs, .build/debug/weave unless given. Each chapter has ten cells, a figure,
a table, numbers in its prose and a reference to the chapter before. The times are of weave's whole process; the memory is
the most that weave itself held, without the compilers and chapters that it starts.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

CHAPTER = """# Chapter {number}

This is chapter {number} of a generated book{link}.

```swift
let values = (1...100).map {{ Double($0 * {number}) }}
```

Its **term {number}** is `{{swift}} values.count`, and @fig-{number} shows it.
{cells}
```swift
//| label: fig-{number}
//| fig-cap: The values of chapter {number}.
show(Figure("They rise") {{ Line(Array(values.enumerated()), x: \\.offset, y: \\.element) }}.x("Place").y("Value"))
```

```swift
//| label: tbl-{number}
//| tbl-cap: The first values.
show(Table(values.prefix(10).map {{ (value: Int($0), text: $0.places(1)) }}) {{
    Column("Value", \\.value)
    Column("Text", \\.text)
}})
```
"""

CELL = """
```swift
let sum{index} = values.reduce({index}, +)
claim(sum{index} > 0, "the sum of cell {index} is positive")
```

Paragraph {index} says that $`x_{index} = \\sum_i v_i + {index}`$ is `{{swift}} sum{index}`, which is *more* than nothing.
"""


def write(folder, count):
    for number in range(1, count + 1):
        link = f", after [chapter {number - 1}]({number - 1:03}-chapter.md) and its @fig-{number - 1}" if number > 1 else ""
        cells = "".join(CELL.format(index=index) for index in range(7))
        (folder / f"{number:03}-chapter.md").write_text(CHAPTER.format(number=number, link=link, cells=cells))


def weave(program, folder, *options):
    """Seconds of the process, and the peak of its own memory in megabytes."""
    command = [program, "--chapters", folder / "chapters", "--site", folder / "site", *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak = 0
    while process.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            peak = max(peak, int(status.split("VmHWM:")[1].split()[0]) / 1024)
        except (IndexError, FileNotFoundError):
            continue  # the process is just ending
        time.sleep(0.005)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(process.stdout.read())
    return seconds, peak


def main():
    program = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/weave").resolve()
    print("chapters   all cells run           nothing changed   a word of prose changed")
    for count in (25, 50, 100):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "chapters").mkdir()
            write(folder / "chapters", count)
            run, peak = weave(program, folder, "--fresh")
            unchanged = min(weave(program, folder)[0] for _ in range(5))
            edits = []
            page = folder / "chapters" / "001-chapter.md"
            for edit in range(5):
                page.write_text(page.read_text().replace("generated", "generated generated", 1))
                edits.append(weave(program, folder))
            prose, prose_peak = min(edits)
            print(
                f"{count:8}   {run:6.1f} s, {run / count:.2f} each   {unchanged * 1000:7.0f} ms"
                f"        {prose * 1000:7.0f} ms, {prose / count * 1000:.1f} each; peak {max(peak, prose_peak):.0f} MB"
            )


if __name__ == "__main__":
    main()
