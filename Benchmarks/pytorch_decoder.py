"""Measures Autodiff and PyTorch in turns, on one thread each, and prints the ratios.

    swift build -c release --package-path Benchmarks -Xswiftc -cross-module-optimization
    python Benchmarks/pytorch_decoder.py

Needs torch and numpy. PyTorch's Adam is its fastest, the fused one.
"""

import pathlib
import statistics
import subprocess
import sys
import time

import torch

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "Tests/AutodiffTests/Fixtures"))
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
    """One step in four ways, in turns; the medians in milliseconds."""
    model = decoder.Decoder()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
    number = iter(range(1_000_000))
    ways = {
        "PyTorch, 1 thread": lambda swift: timed(lambda: decoder.step(model, optimizer, next(number)), count),
        "ours, 1 tape": lambda swift: [float(t) for t in swift.ask(f"step 1 1 {count}")[:-1]],
        "ours, 8 shards, 1 thread": lambda swift: [float(t) for t in swift.ask(f"step 8 1 {count}")[:-1]],
        "ours, 8 shards, 2 threads": lambda swift: [float(t) for t in swift.ask(f"step 8 2 {count}")[:-1]],
    }
    times = {way: [] for way in ways}
    with Swift() as swift:
        for round in range(rounds + 1):
            for way, measure in ways.items():
                measured = measure(swift)
                if round > 0:  # the first round warms up
                    times[way] += measured
    medians = {way: statistics.median(t) for way, t in times.items()}
    for way, median in medians.items():
        print(f"  {way:28}{median:8.2f} ms   {median / medians['PyTorch, 1 thread']:.2f} of PyTorch")
    one, two = medians["ours, 8 shards, 1 thread"], medians["ours, 8 shards, 2 threads"]
    print(f"  2 threads are {one / two:.2f} times as fast as 1")


def products(rounds=20, count=20):
    """2048 rows times a square weight."""
    with Swift() as swift, torch.no_grad():
        for width in (64, 128, 256):
            x, weight, result = torch.rand(2048, width), torch.rand(width, width), torch.empty(2048, width)
            ours, theirs = [], []
            for round in range(rounds + 1):
                a = [float(t) for t in swift.ask(f"product {width} {count}")]
                b = timed(lambda: torch.mm(x, weight, out=result), count)
                if round > 0:
                    ours.append(statistics.median(a))
                    theirs.append(statistics.median(b))
            flops = 2 * 2048 * width * width / 1e6
            a, b = statistics.median(ours), statistics.median(theirs)
            print(f"  width {width:4}: ours {flops / a:4.0f} GFLOP/s, PyTorch {flops / b:4.0f}: {b / a:.2f} times as fast")


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
for part in (losses, steps, products, memory, digests):
    print(part.__name__)
    part()
