"""Measures the book's language model in PyTorch and in Swift, in turns, on the same questions from the same base model.

    swift build -c release --package-path Benchmarks -Xswiftc -cross-module-optimization
    python Benchmarks/pytorch_language.py [PART...]

The parts are same, losses and norms of gradients of both programs on the same data; warmup, 100 steps of supervised learning
from 64 lessons each; grpo, the 200 steps of chapter 9: 8 questions, 16 answers to each, rewards, one update; and apart,
sampling and updating alone, with the product's peak beside them. PyTorch's programs are as one would write them: rows padded
to the longest of their batch, keys and values kept while sampling, finished rows kept until all are, prompts read once for a
group when sampling and with each answer when learning, fused kernels for attention, cross-entropy and AdamW, one thread.
Processor time is what counts on a machine that others use too. Needs torch, numpy and safetensors.
"""

import pathlib
import json
import re
import resource
import statistics
import subprocess
import sys
import time

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

here = pathlib.Path(__file__).resolve().parent
FOLDER = here.parent / "chapters/models/base-1"
ROUNDS, GROUP, LIMIT, END = 5, 16, 48, 1
STEPS = {"warmup": 20, "grpo": 40}  # in a round


class RMSNorm(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(features))

    def forward(self, x):
        return functional.rms_norm(x, x.shape[-1:], self.weight, 1e-6)


class Attention(nn.Module):
    def __init__(self, features, heads, shared):
        super().__init__()
        self.heads, self.shared, self.width = heads, shared, features // heads
        self.q_proj = nn.Linear(features, features)
        self.k_proj = nn.Linear(features, shared * self.width)
        self.v_proj = nn.Linear(features, shared * self.width)
        self.o_proj = nn.Linear(features, features, bias=False)

    def forward(self, x, turns, past, mask):
        rows, length, features = x.shape
        q, k, v = (
            m(x).view(rows, length, -1, self.width).transpose(1, 2) for m in (self.q_proj, self.k_proj, self.v_proj)
        )
        cosine, sine = turns
        half = self.width // 2
        q, k = (t * cosine + torch.cat((-t[..., half:], t[..., :half]), -1) * sine for t in (q, k))
        if past is not None:
            k, v = torch.cat((past[0], k), 2), torch.cat((past[1], v), 2)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=mask is None, enable_gqa=True)
        return self.o_proj(seen.transpose(1, 2).reshape(rows, length, features)), (k, v)


class FeedForward(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.gate_proj = nn.Linear(features, hidden, bias=False)
        self.up_proj = nn.Linear(features, hidden, bias=False)
        self.down_proj = nn.Linear(hidden, features, bias=False)

    def forward(self, x):
        return self.down_proj(functional.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, features, heads, shared, hidden):
        super().__init__()
        self.self_attn = Attention(features, heads, shared)
        self.mlp = FeedForward(features, hidden)
        self.input_layernorm, self.post_attention_layernorm = RMSNorm(features), RMSNorm(features)

    def forward(self, x, turns, past, mask):
        seen, memory = self.self_attn(self.input_layernorm(x), turns, past, mask)
        x = x + seen
        return x + self.mlp(self.post_attention_layernorm(x)), memory


class LanguageModel(nn.Module):
    def __init__(self, vocabulary=164, features=64, layers=2, heads=4, shared=2, hidden=192, longest=128):
        super().__init__()
        self.embed_tokens = nn.Embedding(vocabulary, features)
        self.layers = nn.ModuleList(Layer(features, heads, shared, hidden) for _ in range(layers))
        self.norm = RMSNorm(features)
        width = features // heads
        angles = torch.outer(torch.arange(longest), 1e4 ** (-torch.arange(0, width, 2) / width)).repeat(1, 2)
        self.register_buffer("cosine", angles.cos(), persistent=False)
        self.register_buffer("sine", angles.sin(), persistent=False)

    @staticmethod
    def base():
        model = LanguageModel()
        weights = load_file(FOLDER / "model.safetensors")
        # The book's own folders have maps as inputs × outputs.
        model.load_state_dict(
            {n.removeprefix("model."): t.T.contiguous() if "_proj.weight" in n else t for n, t in weights.items()}
        )
        assert sum(p.numel() for p in model.parameters()) == 109_376
        return model

    def forward(self, ids, past=None, mask=None):
        x = self.embed_tokens(ids)
        first = 0 if past is None else past[0][0].shape[2]
        turns = (self.cosine[first : first + ids.shape[1]], self.sine[first : first + ids.shape[1]])
        memories = []
        for number, layer in enumerate(self.layers):
            x, memory = layer(x, turns, None if past is None else past[number], mask)
            memories.append(memory)
        return self.norm(x), memories

    def logits(self, hidden):
        return hidden @ self.embed_tokens.weight.T


def batched(rows, left=False):
    """Rows of one length, and how much of each is filling, which is 0."""
    longest = max(map(len, rows))
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    for number, row in enumerate(rows):
        start = longest - len(row) if left else 0
        ids[number, start : start + len(row)] = torch.tensor(row)
    return ids


def parsed(line):
    return [[[int(t) for t in part.split(",")] for part in pair.split(";")] for pair in line.split("|")]


def warmup(swift):
    model = LanguageModel.base()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, betas=(0.9, 0.95), weight_decay=0.01, fused=True)
    batches = []
    for number in range(ROUNDS * STEPS["warmup"]):
        pairs = parsed(swift.text(f"lessons {number}"))
        ids = batched([prompt + completion for prompt, completion in pairs])
        targets = torch.full_like(ids, -100)
        for row, (prompt, completion) in enumerate(pairs):
            targets[row, len(prompt) - 1 : len(prompt) + len(completion) - 1] = torch.tensor(completion)
        batches.append((ids[:, :-1].contiguous(), targets[:, :-1].contiguous()))

    def step(number):
        ids, targets = batches[number]
        optimizer.param_groups[0]["lr"] = 3e-3 * min(1, (number + 1) / 50)
        optimizer.zero_grad(set_to_none=True)
        logits = model.logits(model(ids)[0])
        loss = functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-100)
        loss.backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
        return int((targets >= 0).sum()), loss.item(), norm.item()

    return step


@torch.no_grad()
def sampled(model, prompts):
    """GROUP completions of each prompt, at temperature 0.9."""
    ids = batched(prompts, left=True)
    longest = ids.shape[1]
    lengths = torch.tensor([len(p) for p in prompts])
    real = torch.arange(longest)[None] >= longest - lengths[:, None]
    # A row of filling sees itself, so that its softmax has something to divide by.
    own = torch.eye(longest, dtype=torch.bool)
    seen = (real[:, None, :] & torch.ones(longest, longest, dtype=torch.bool).tril() | own)[:, None]
    hidden, past = model(ids, mask=seen)
    past = [(k.repeat_interleave(GROUP, 0), v.repeat_interleave(GROUP, 0)) for k, v in past]
    real = real.repeat_interleave(GROUP, 0)
    last = hidden[:, -1].repeat_interleave(GROUP, 0)
    alive = torch.ones(len(last), dtype=torch.bool)
    tokens = []
    for _ in range(LIMIT):
        logits = model.logits(last)
        logits[:, 0] = -torch.inf
        noise = -torch.log(-torch.log(torch.rand_like(logits).clamp_min(1e-20)))
        chosen = (logits / 0.9 + noise).argmax(-1)
        chosen = torch.where(alive, chosen, 0)
        tokens.append(chosen)
        alive = alive & (chosen != END)
        if not alive.any():
            break
        real = torch.cat((real, torch.ones(len(real), 1, dtype=torch.bool)), 1)
        hidden, past = model(chosen[:, None], past, real[:, None, None])
        last = hidden[:, 0]
    return [[t for t in row if t != 0] for row in torch.stack(tokens, 1).tolist()]


STRICT = re.compile(r"^<reasoning>\n.*?\n</reasoning>\n<answer>\n.*?\n</answer>\n$")
SOFT = re.compile(r"<reasoning>.*?</reasoning>\s*<answer>.*?</answer>")


def reward(text, label):
    """The five rewards of the original, added up."""
    extracted = text.split("<answer>")[-1].split("</answer>")[0].strip()
    total = 2.0 * (extracted == label) + 0.5 * extracted.isdigit()
    total += 0.5 * bool(STRICT.match(text)) + 0.5 * bool(SOFT.match(text))
    for tag in ("<reasoning>\n", "\n</reasoning>\n"):
        total += 0.125 * (text.count(tag) == 1)
    if text.count("\n<answer>\n") == 1:
        total += 0.125 - len(text.split("\n</answer>\n")[-1]) * 0.001
    if text.count("\n</answer>") == 1:
        total += 0.125 - (len(text.split("\n</answer>")[-1]) - 1) * 0.001
    return total


def grpo(swift):
    model, reference = LanguageModel.base(), LanguageModel.base()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.99), weight_decay=0, fused=True)
    vocabulary = json.loads((FOLDER / "model.json").read_text())["vocabulary"]
    batches = []
    for number in range(ROUNDS * STEPS["grpo"]):
        pairs = [pair.split(";") for pair in swift.text(f"questions {number}").split("|")]
        batches.append([([int(t) for t in prompt.split(",")], label) for prompt, label in pairs])

    def text(row):
        joined = " ".join(vocabulary[t] for t in row if t != END)
        return joined.replace(" \n", "\n").replace("\n ", "\n")

    def step(number):
        optimizer.param_groups[0]["lr"] = 1e-4 * min(1, (number + 1) / 10)
        batch = batches[number]
        rows = sampled(model, [prompt for prompt, _ in batch])
        asked = [question for question in batch for _ in range(GROUP)]
        rewards = torch.tensor([reward(text(row), label) for row, (_, label) in zip(rows, asked)]).view(-1, GROUP)
        advantages = ((rewards - rewards.mean(1, True)) / (rewards.std(1, keepdim=True) + 1e-4)).flatten()
        _, norm = updated(model, reference, optimizer, [prompt for prompt, _ in asked], rows, advantages)
        return sum(map(len, rows)), rewards.mean().item(), norm

    return step


def updated(model, reference, optimizer, prompts, rows, advantages):
    """One update with answers; the loss and the norm of its gradient."""
    ids = batched([prompt + row for prompt, row in zip(prompts, rows)])
    mask = torch.zeros(ids.shape[0], ids.shape[1] - 1)
    for number, (prompt, row) in enumerate(zip(prompts, rows)):
        mask[number, len(prompt) - 1 : len(prompt) + len(row) - 1] = 1

    def log_probabilities(model):
        logits = model.logits(model(ids[:, :-1])[0])
        return torch.log_softmax(logits, -1).gather(-1, ids[:, 1:, None])[..., 0]

    optimizer.zero_grad(set_to_none=True)
    with torch.no_grad():
        old = log_probabilities(reference)
    new = log_probabilities(model)
    difference = old - new
    divergence = difference.exp() - difference - 1
    surrogate = (new - new.detach()).exp() * advantages[:, None]
    loss = (((0.04 * divergence - surrogate) * mask).sum(1) / mask.sum(1)).mean()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1)
    optimizer.step()
    return loss.item(), norm.item()


class Swift:
    """The program of Sources/language-step."""

    def __init__(self):
        program = here / ".build/release/language-step"
        self.process = subprocess.Popen(
            [program, FOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def text(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().rstrip("\n")

    def ask(self, request):
        return [float(word) for word in self.text(request).split()]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1e3


def same(swift):
    """How far losses and norms are apart, on the same lessons and on the same answers."""
    step = warmup(swift)
    theirs = [number for index in range(5) for number in step(index)[1:]]
    report("five steps of the warm-up", theirs, swift.ask("tuned 5"))

    answers = [part.split(";") for part in swift.text("answers 0").split("|")]
    prompts, rows = ([[int(t) for t in answer[place].split(",")] for answer in answers] for place in (0, 1))
    advantages = torch.tensor([float(answer[2]) for answer in answers])
    model, reference = LanguageModel.base(), LanguageModel.base()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.99), weight_decay=0, fused=True)
    theirs = [number for _ in range(5) for number in updated(model, reference, optimizer, prompts, rows, advantages)]
    report("five updates with the same answers", theirs, swift.ask("updated 0 5"))


def report(name, theirs, ours):
    print(f"  {name}: loss, norm of the gradient")
    for index in range(0, len(theirs), 2):
        print(f"    {theirs[index]:9.6f} {theirs[index + 1]:9.6f}   ours {ours[index]:9.6f} {ours[index + 1]:9.6f}")
    print(f"    at most {max(abs(a - b) for a, b in zip(theirs, ours)):.1e} apart")


def compare(name, swift):
    step = {"warmup": warmup, "grpo": grpo}[name](swift)
    count = STEPS[name]
    times = {"PyTorch": [], "ours, 1 thread": [], "ours, 2 threads": []}
    for round in range(ROUNDS):
        start, wall, found = processor(), time.perf_counter(), []
        for number in range(count):
            found.append(step(round * count + number))
        tokens, value = (statistics.mean(column) for column in list(zip(*found))[:2])
        times["PyTorch"].append(
            [(processor() - start) / count, (time.perf_counter() - wall) * 1e3 / count, tokens, value]
        )
        for threads, way in ((1, "ours, 1 thread"), (2, "ours, 2 threads")):
            times[way].append(swift.ask(f"{name} {threads} {count}"))
    means = {way: [statistics.mean(column) for column in zip(*found)] for way, found in times.items()}
    ratios = [ours[0] / theirs[0] for ours, theirs in zip(times["ours, 1 thread"], times["PyTorch"])]
    for way, (used, wall, tokens, _) in means.items():
        print(
            f"  {way:16} {used:7.2f} ms of a processor ({used / means['PyTorch'][0]:.3f}), {wall:7.2f} ms on the clock,"
            f" {tokens:5.0f} tokens, {tokens / used:5.1f} thousand a second of a processor;"
            f" {'loss' if name == 'warmup' else 'reward'} at last {times[way][-1][3]:.3f}"
        )
    print(f"  ours, 1 thread, by rounds: {' '.join(f'{ratio:.3f}' for ratio in ratios)} of PyTorch")
    quickest = [min(found[1] for found in times[way]) for way in ("ours, 1 thread", "ours, 2 threads")]
    print(f"  two threads are {quickest[0] / quickest[1]:.2f} times as fast as one, in the quickest round of each")


def apart(swift):
    """Sampling and updating alone, and what share of the product's peak that is."""
    matrices = sum(p.numel() for n, p in LanguageModel.base().named_parameters() if p.dim() == 2)
    for threads in (1, 2):
        sampling, learning = swift.ask(f"sample {threads} 20"), swift.ask(f"learn {threads} 20")
        for name, (used, wall, tokens, _), passes in (("sampling", sampling, 1), ("updating", learning, 4)):
            # A pass forward multiplies and adds once for each number of a matrix; one back twice as often. An update has the
            # reference's pass, the policy's, and the one back. The prompts and attention are not counted.
            speed = 2 * matrices * passes * tokens / used / 1e6
            print(
                f"  {name}, {threads} thread(s): {tokens / used:.1f} thousand tokens a second of a processor,"
                f" {tokens / wall:.1f} on the clock; {speed:.1f} GFLOP/s"
            )
    # The best product there is: MKL's, of a size that suits it.
    x, y = torch.randn(1024, 1024), torch.randn(1024, 1024)
    best = 0.0
    for _ in range(20):
        start = processor()
        for _ in range(5):
            x @ y
        best = max(best, 5 * 2 * 1024**3 / (processor() - start) / 1e6)
    print(f"  a product of 1024 × 1024 matrices, MKL, 1 thread: {best:.1f} GFLOP/s")


torch.set_num_threads(1)
with Swift() as swift:
    for name in sys.argv[1:] or ("same", "warmup", "grpo", "apart"):
        print(name)
        if name in STEPS:
            compare(name, swift)
        else:
            {"same": same, "apart": apart}[name](swift)
