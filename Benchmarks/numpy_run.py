"""The run of `train` as two Python programs, timed as processes beside ours.

    python3 Benchmarks/numpy_run.py [TRAIN]

`tracker` is how such a run is usually written: a class that keeps a dictionary of deques, as DDPO's per-prompt tracker
does, with numpy's unique, mean and std for each prompt of a batch. `vectorised` has no loop but that over the epochs, as
far as numpy allows.

TRAIN is the release build of `train`, .build/release/train unless given. All processes run in turns, and the fastest of
each counts, by the clock and by processor time. `--once tracker` and `--once vectorised` run one training alone.
"""

import collections
import os
import resource
import subprocess
import sys
import tempfile
import time


PROMPTS, SLOTS, EPOCHS, BATCH, LENGTH, MINIMUM = 64, 1024, 1000, 256, 32, 16


class PerPromptTracker:
    """Advantages from the last rewards of each prompt, or of the whole batch while a prompt has few."""

    def __init__(self, numpy, length, minimum):
        self.numpy, self.length, self.minimum = numpy, length, minimum
        self.rewards = {}

    def update(self, prompts, rewards):
        numpy = self.numpy
        advantages = numpy.empty_like(rewards)
        for prompt in numpy.unique(prompts):
            mask = prompts == prompt
            own = rewards[mask]
            if prompt not in self.rewards:
                self.rewards[prompt] = collections.deque(maxlen=self.length)
            self.rewards[prompt].extend(own)
            basis = self.rewards[prompt] if len(self.rewards[prompt]) >= self.minimum else rewards
            advantages[mask] = (own - numpy.mean(basis)) / (numpy.std(basis) + 1e-7)
        return advantages


def train_tracker(seed):
    import numpy

    random = numpy.random.default_rng(seed)
    names = numpy.array([f"prompt {number}" for number in range(PROMPTS)])
    slot = random.integers(SLOTS, size=PROMPTS)
    sigma = random.integers(1023, size=PROMPTS) / 256
    label = random.integers(256, size=PROMPTS).astype(float)
    theta = random.uniform(0, 256, size=SLOTS)
    tracker = PerPromptTracker(numpy, LENGTH, MINIMUM)
    means = []
    for _ in range(EPOCHS):
        prompt = random.integers(PROMPTS, size=BATCH)
        before = theta[slot[prompt]]
        sample = random.normal(before, sigma[prompt])
        reward = -numpy.abs(sample - label[prompt])
        advantage = tracker.update(names[prompt], reward)
        theta[slot[prompt]] = before + advantage * (sample - before)  # the last duplicate wins
        means.append(reward.mean())
    return numpy.mean(means[-50:])


def train_vectorised(seed):
    import numpy

    random = numpy.random.default_rng(seed)
    prompts, slots, epochs, batch, length, minimum = PROMPTS, SLOTS, EPOCHS, BATCH, LENGTH, MINIMUM
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
    """The time that a process takes, and the processor time, which waiting for other programs does not lengthen."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, processor


REFERENCES = {"tracker": train_tracker, "vectorised": train_vectorised}


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/train"
    with tempfile.TemporaryDirectory() as folder:
        python = [sys.executable, os.path.abspath(__file__), "--once"]
        references = {name: python + [name] for name in REFERENCES}
        ours = {
            "train": [program, "--quiet", "--no-log"],
            "train with logs": [program, "--quiet", "--logdir", os.path.join(folder, "logs")],
        }
        starts = {"train, one epoch": [program, "--num-epochs", "1", "--quiet", "--no-log"]}
        best = {}
        for turn in range(30):
            for name, command in (references | ours | starts).items():
                # The slow ones need fewer turns to meet a quiet moment.
                if name not in references or turn % 6 == 0:
                    whole, processor = best.get(name, (float("inf"), float("inf")))
                    times = seconds(command)
                    best[name] = min(whole, times[0]), min(processor, times[1])
    for name, (whole, processor) in best.items():
        print(f"{name}: {whole * 1000:.1f} ms, {processor * 1000:.1f} ms of a processor")
        for other in references if name in ours else []:
            whole_ratio, processor_ratio = best[other][0] / whole, best[other][1] / processor
            print(f"  {whole_ratio:.1f} times as fast as {other}; {processor_ratio:.1f} times by processor time")
    for name, reference in REFERENCES.items():
        start = time.perf_counter()
        reference(1)
        print(f"{name} without starting Python: {(time.perf_counter() - start) * 1000:.1f} ms")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        print(f"final mean {REFERENCES[sys.argv[2]](1):.2f}")
    else:
        main()
