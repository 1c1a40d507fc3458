"""The run of `train` in numpy, vectorised as well as numpy allows, timed as a process beside ours.

    python3 Benchmarks/numpy_run.py [TRAIN]

TRAIN is the release build of `train`, .build/release/train unless given. Both processes run in turns, and the fastest of
each counts. `--once` runs numpy's training alone.
"""

import os
import subprocess
import sys
import tempfile
import time


def train(seed):
    import numpy

    random = numpy.random.default_rng(seed)
    prompts, slots, epochs, batch, length, minimum = 64, 1024, 1000, 256, 32, 16
    slot = random.integers(slots, size=prompts)
    sigma = random.integers(1023, size=prompts) / 256
    label = random.integers(256, size=prompts).astype(float)
    theta = random.uniform(0, 256, size=slots)
    window = numpy.zeros((prompts, length))
    written = numpy.zeros(prompts, dtype=numpy.int64)
    places = numpy.arange(batch)
    means = numpy.empty(epochs)
    for epoch in range(epochs):
        prompt = random.integers(prompts, size=batch)
        before = theta[slot[prompt]]
        sample = before + sigma[prompt] * random.standard_normal(batch)
        reward = -numpy.abs(sample - label[prompt])

        # Each reward's rank among those of its prompt in this batch, so that they go to places one after the other.
        order = numpy.argsort(prompt, kind="stable")
        ordered = prompt[order]
        counts = numpy.bincount(prompt, minlength=prompts)
        rank = places - (numpy.cumsum(counts) - counts)[ordered]
        window[ordered, (written[ordered] + rank) % length] = reward[order]
        written += counts

        if written.min() >= length:
            mean, std = window.mean(axis=1), window.std(axis=1)
        else:
            count = numpy.minimum(written, length)
            filled = numpy.arange(length) < count[:, None]
            safe = numpy.maximum(count, 1)
            mean = (window * filled).sum(axis=1) / safe
            std = numpy.sqrt((((window - mean[:, None]) * filled) ** 2).sum(axis=1) / safe)
            few = count < minimum
            mean[few], std[few] = reward.mean(), reward.std()
        advantage = (reward - mean[prompt]) / (std[prompt] + 1e-7)
        theta[slot[prompt]] = before + advantage * (sample - before)  # the last duplicate wins
        means[epoch] = reward.mean()
    return means[-50:].mean()


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/train"
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "numpy": [sys.executable, os.path.abspath(__file__), "--once"],
            "train": [program, "--quiet", "--no-log"],
            "train with logs": [program, "--quiet", "--logdir", os.path.join(folder, "logs")],
        }
        best = {name: float("inf") for name in commands}
        for _ in range(15):
            for name, command in commands.items():
                best[name] = min(best[name], seconds(command))
    start = time.perf_counter()
    train(1)
    inside = time.perf_counter() - start
    for name, time_taken in best.items():
        print(f"{name}: {time_taken * 1000:.1f} ms, {best['numpy'] / time_taken:.1f} times as fast as numpy's process")
    print(f"numpy's run without starting Python: {inside * 1000:.1f} ms")


if __name__ == "__main__":
    if sys.argv[1:] == ["--once"]:
        print(f"final mean {train(1):.2f}")
    else:
        main()
