"""Measures a step of distillation in a dark room, ours and PyTorch's, in turns, and prints the ratios.

    swift build -c release --package-path Benchmarks -Xswiftc -cross-module-optimization --product distillation-step
    python Benchmarks/pytorch_distillation.py [PART...]

The parts are recipe (chapter 15's: one layer, 160 tokens), original (four layers, MLP of 2048, 768 tokens) and threads; all of
them if none is named. PyTorch has its fused Adam and its fused attention, and is given its batches; ours draws the lessons of
every step. Needs torch.
"""

import pathlib
import statistics
import subprocess
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

here = pathlib.Path(__file__).resolve().parent


class Swift:
    """The program of Sources/distillation-step, which answers line by line."""

    def __init__(self):
        program = here / ".build/release/distillation-step"
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def processor_milliseconds(self):
        """How long processors have worked for the program, on all its threads."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def measure(self, name, threads, count):
        """Wall and processor milliseconds of a step."""
        start = self.processor_milliseconds()
        walls = [float(word) for word in self.ask(f"{name} {threads} {count}")[:-1]]
        return statistics.median(walls), (self.processor_milliseconds() - start) / count

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


class Layer(nn.Module):
    def __init__(self, features, heads, hidden, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.norms = nn.ModuleList([nn.LayerNorm(features), nn.LayerNorm(features)])
        self.mix = nn.Linear(features, 3 * features, bias=False)
        self.out = nn.Linear(features, features, bias=False)
        self.inner, self.outer = nn.Linear(features, hidden), nn.Linear(hidden, features)
        self.drop = nn.Dropout(dropout[1])

    def forward(self, x):
        batch, length, features = x.shape
        parts = self.mix(self.norms[0](x)).view(batch, length, 3, self.heads, features // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(
            q, k, v, is_causal=True, dropout_p=self.dropout[0] if self.training else 0
        )
        x = x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, features)))
        return x + self.drop(self.outer(F.gelu(self.inner(self.norms[1](x)), approximate="tanh")))


class Model(nn.Module):
    """A token is a sum of embeddings, as many as ours has."""

    symbols, clocks, episodes = 29, 20, 13

    def __init__(self, features=64, layers=1, heads=4, hidden=256, parts=4, episodes=8, dropout=(0, 0)):
        super().__init__()
        self.parts, self.episodes = parts, episodes
        self.table = nn.Embedding(self.symbols, features)
        self.clock = nn.Embedding(self.clocks, features)
        self.episode = nn.Embedding(episodes, features)
        self.layers = nn.ModuleList([Layer(features, heads, hidden, dropout) for _ in range(layers)])
        self.norm, self.head = nn.LayerNorm(features), nn.Linear(features, 5)

    def forward(self, symbols, clocks, episodes, predicting):
        x = self.table(symbols).sum(2) + self.clock(clocks) + self.episode(episodes)
        for layer in self.layers:
            x = layer(x)
        return self.head(self.norm(x)[:, predicting])


class Theirs:
    def __init__(self, model, length, stride, rate):
        self.model, self.length, self.stride = model, length, stride
        self.optimizer = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.99), fused=True)

    def batch(self):
        """32 lessons of symbols by chance: what a step costs does not depend on them."""
        length, steps = self.length, self.length // self.stride
        time_of_token = torch.arange(length) // self.stride
        return (
            torch.randint(0, Model.symbols, (32, length, self.model.parts)),
            (time_of_token % 20).expand(32, length),
            (time_of_token // 20).clamp(max=self.model.episodes - 1).expand(32, length),
            torch.arange(self.stride // 2, length, self.stride),
            torch.randint(0, 5, (32, steps)),
        )

    def step(self):
        *inputs, labels = self.batch()
        loss = F.cross_entropy(self.model(*inputs).flatten(0, 1), labels.flatten())
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1)
        self.optimizer.step()

    def measure(self, count):
        start, walls = time.process_time(), []
        for _ in range(count):
            began = time.perf_counter()
            self.step()
            walls.append((time.perf_counter() - began) * 1e3)
        return statistics.median(walls), (time.process_time() - start) * 1e3 / count


def table(ways, rounds):
    """Each way in turns, after a first round that warms up: wall and processor milliseconds of a step."""
    found = {name: [] for name in ways}
    for round in range(rounds + 1):
        for name, measure in ways.items():
            pair = measure()
            if round > 0:
                found[name].append(pair)
    reference = next(iter(ways))
    base = [statistics.median(pair[i] for pair in found[reference]) for i in (0, 1)]
    for name, pairs in found.items():
        wall, processor = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
        by_round = " ".join(f"{a[1] / b[1]:.2f}" for a, b in zip(pairs, found[reference]))
        print(
            f"  {name:28} wall {wall:8.1f} ms ({wall / base[0]:.2f})   processor {processor:8.1f} ms"
            f" ({processor / base[1]:.2f}; by rounds {by_round})"
        )
    return found


def recipe(rounds=5, count=20):
    theirs = Theirs(Model(), 160, 1, 3e-3)
    with Swift() as swift:
        print("  numbers of PyTorch's model", sum(p.numel() for p in theirs.model.parameters()), "ours", *swift.ask("numbers"))
        table(
            {"PyTorch, 1 thread": lambda: theirs.measure(count), "ours, 1 thread": lambda: swift.measure("recipe", 1, count)},
            rounds,
        )


def threads(rounds=5, count=20):
    with Swift() as swift:
        ways = {f"ours, {n} threads": lambda n=n: swift.measure("recipe", n, count) for n in (1, 2)}
        found = table(ways, rounds)
    one, two = (min(pair[0] for pair in pairs) for pairs in found.values())
    print(f"  2 threads are {one / two:.2f} times as fast as 1 (quickest)")


def original(rounds=2, count=2):
    with Swift() as swift:
        ways = {"ours, no dropout": lambda: swift.measure("original", 1, count)}
        for name, dropout in (("PyTorch, no dropout", (0, 0)), ("PyTorch, its dropout", (0.5, 0.1))):
            theirs = Theirs(Model(layers=4, hidden=2048, parts=2, episodes=13, dropout=dropout), 780, 3, 3e-4)
            ways[name] = lambda theirs=theirs: theirs.measure(count)
        found = table(ways, rounds)
    for name, pairs in found.items():
        hours = statistics.median(pair[1] for pair in pairs) * 22_000 / 3.6e6
        print(f"  {name}: {hours:.1f} hours for 22,000 steps on one processor")


torch.set_num_threads(1)
parts = {part.__name__: part for part in (recipe, threads, original)}
for name in sys.argv[1:] or parts:
    print(name)
    parts[name]()
