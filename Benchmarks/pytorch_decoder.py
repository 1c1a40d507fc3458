"""Measures Autodiff and PyTorch in turns, on one thread each, and prints the ratios.

    swift build -c release --package-path Benchmarks -Xswiftc -cross-module-optimization
    python Benchmarks/pytorch_decoder.py [PART...]

The parts are products, losses, steps, memory and digests; all of them if none is named. Needs torch and numpy. PyTorch's
Adam is its fastest, the fused one.
"""

import pathlib
import statistics
import subprocess
import sys
import time

import torch

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "Tests/Learning/TransformersTests/Fixtures"))
import decoder  # noqa: E402


class Swift:
    """The program of Sources/decoder-step, which answers line by line."""

    def __init__(self):
        program = here / ".build/release/decoder-step"
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def peak_megabytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def resident_megabytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor_milliseconds(self):
        """How long processors have worked for the program, on all its threads."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def timed(work, count):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e3)
    return times


def steps(rounds=12, count=5):
    """One step in four ways, in turns: wall and processor time in milliseconds."""
    model = decoder.Decoder()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
    number = iter(range(1_000_000))

    def theirs(_):
        start = time.process_time()
        times = timed(lambda: decoder.step(model, optimizer, next(number)), count)
        return times, (time.process_time() - start) * 1e3 / count

    def ours(shards, threads):
        def measure(swift):
            start = swift.processor_milliseconds()
            times = [float(t) for t in swift.ask(f"step {shards} {threads} {count}")[:-1]]
            return times, (swift.processor_milliseconds() - start) / count

        return measure

    ways = {
        "PyTorch, 1 thread": theirs,
        "ours, 1 tape": ours(1, 1),
        "ours, 8 shards, 1 thread": ours(8, 1),
        "ours, 8 shards, 2 threads": ours(8, 2),
    }
    walls = {way: [] for way in ways}
    processors = {way: [] for way in ways}
    with Swift() as swift:
        for round in range(rounds + 1):
            for way, measure in ways.items():
                times, processor = measure(swift)
                if round > 0:  # the first round warms up
                    walls[way] += times
                    processors[way].append(processor)
    reference = "PyTorch, 1 thread"
    columns = {
        "median": {way: statistics.median(times) for way, times in walls.items()},
        "quickest": {way: min(times) for way, times in walls.items()},
        "processor": {way: statistics.median(times) for way, times in processors.items()},
    }
    print(" " * 30 + "".join(f"{name:>20}" for name in columns))
    for way in ways:
        cells = (f"{c[way]:11.2f} ms ({c[way] / c[reference]:.2f})" for c in columns.values())
        print(f"  {way:28}" + "".join(f"{cell:>20}" for cell in cells))
    for name in ("median", "quickest"):
        one, two = (columns[name][f"ours, 8 shards, {way}"] for way in ("1 thread", "2 threads"))
        print(f"  2 threads are {one / two:.2f} times as fast as 1 ({name})")


def products(rounds=20, count=20):
    """2048 rows times a square weight: GFLOP/s in the median and in the quickest product."""
    with Swift() as swift, torch.no_grad():
        for width in (64, 128, 256):
            x, weight, result = torch.rand(2048, width), torch.rand(width, width), torch.empty(2048, width)
            ours, theirs = [], []
            for round in range(rounds + 1):
                a = [float(t) for t in swift.ask(f"product {width} {count}")]
                b = timed(lambda: torch.mm(x, weight, out=result), count)
                if round > 0:
                    ours += a
                    theirs += b
            flops = 2 * 2048 * width * width / 1e6
            for name, pick in (("median", statistics.median), ("quickest", min)):
                a, b = pick(ours), pick(theirs)
                print(
                    f"  width {width:4}, {name:8}: ours {flops / a:4.0f} GFLOP/s, PyTorch {flops / b:4.0f}:"
                    f" {b / a:.2f} times as fast"
                )


def losses():
    model = decoder.Decoder()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    with Swift() as swift:
        ours = [float(swift.ask("step 1 1 1")[-1]) for _ in range(10)]
    theirs = [decoder.step(model, optimizer, number) for number in range(10)]
    print(f"  largest difference in 10 steps: {max(abs(a - b) for a, b in zip(ours, theirs)):.1e}")


def memory():
    for way in ("1 1", "8 2"):
        with Swift() as swift:
            swift.ask(f"step {way} 10")
            early = swift.resident_megabytes()
            swift.ask(f"step {way} 1000")
            print(
                f"  shards and threads {way}: peak {swift.peak_megabytes():.1f} MB;"
                f" resident after 10 steps {early:.1f} MB, after 1010 {swift.resident_megabytes():.1f} MB"
            )


def digests():
    with Swift() as swift:
        print("  after 50 steps on 1 and 2 threads:", *(swift.ask(f"digest 8 {threads} 50")[0] for threads in (1, 2)))


torch.set_num_threads(1)
parts = {part.__name__: part for part in (products, losses, steps, memory, digests)}
for name in sys.argv[1:] or parts:
    print(name)
    parts[name]()
