"""The decoder of TransformersTests/Decoder/DecoderTests.swift in PyTorch, with weights and tokens that both sides draw alike.

    python decoder.py    writes decoder.json: the losses of 10 steps of Adam

Made with PyTorch 2.13 on one thread.
"""

import json
import pathlib

import numpy
import torch
from torch import nn
from torch.nn import functional

VOCABULARY, LENGTH, FEATURES, HEADS, LAYERS, BATCH = 128, 64, 64, 4, 4, 32


class SplitMix64:
    """The generator of Sources/Learning/DeterministicMath/SplitMix64.swift, many words at a time."""

    def __init__(self, seed):
        self.state = seed

    def words(self, count):
        with numpy.errstate(over="ignore"):
            golden = numpy.uint64(0x9E3779B97F4A7C15)
            z = numpy.uint64(self.state) + golden * numpy.arange(1, count + 1, dtype=numpy.uint64)
            self.state = int(z[-1])
            z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
            return z ^ (z >> numpy.uint64(31))

    def floats(self, count):
        """Draws from [-1, 1): multiples of 2^-23."""
        return (self.words(count) >> numpy.uint64(40)).astype(numpy.float32) * numpy.float32(2**-23) - numpy.float32(1)


class Block(nn.Module):
    def __init__(self, features, heads):
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(features)
        self.attention_in = nn.Linear(features, 3 * features)
        self.attention_out = nn.Linear(features, features)
        self.forward_norm = nn.LayerNorm(features)
        self.forward_in = nn.Linear(features, 4 * features)
        self.forward_out = nn.Linear(4 * features, features)

    def forward(self, x):
        batch, length, features = x.shape
        q, k, v = (
            part.view(batch, length, self.heads, features // self.heads).transpose(1, 2)
            for part in self.attention_in(self.attention_norm(x)).split(features, dim=2)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        y = x + self.attention_out(seen.transpose(1, 2).reshape(batch, length, features))
        return y + self.forward_out(functional.gelu(self.forward_in(self.forward_norm(y)), approximate="tanh"))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, FEATURES)
        self.positions = nn.Embedding(LENGTH, FEATURES)
        self.blocks = nn.ModuleList(Block(FEATURES, HEADS) for _ in range(LAYERS))
        self.norm = nn.LayerNorm(FEATURES)
        self.head = nn.Linear(FEATURES, VOCABULARY)
        generator = SplitMix64(1)
        for module in self.modules():
            for name, parameter in module.named_parameters(recurse=False):
                draws = torch.from_numpy(generator.floats(parameter.numel()))
                with torch.no_grad():
                    if isinstance(module, nn.Linear) and name == "weight":
                        # Ours are inputs × outputs.
                        inputs = parameter.shape[1]
                        parameter.copy_((draws * numpy.float32(1 / inputs**0.5)).view(inputs, -1).T)
                    elif isinstance(module, nn.Embedding):
                        parameter.copy_((draws * 0.125).view(parameter.shape))
                    elif isinstance(module, nn.LayerNorm) and name == "weight":
                        parameter.copy_(1 + 0.125 * draws)
                    else:
                        parameter.copy_(0.125 * draws)

    def forward(self, tokens):
        x = self.tokens(tokens) + self.positions.weight[: tokens.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


def batch(step, sequences=BATCH):
    """Sequences that walk through the vocabulary in a stride of their own, and every position's next token."""
    words = SplitMix64(1000 + step).words(2 * sequences).reshape(sequences, 2)
    start = (words[:, :1] % numpy.uint64(VOCABULARY)).astype(numpy.int64)
    stride = (words[:, 1:] % numpy.uint64(8)).astype(numpy.int64) + 1
    walk = torch.from_numpy((start + stride * numpy.arange(LENGTH + 1)) % VOCABULARY)
    return walk[:, :-1].contiguous(), walk[:, 1:].contiguous()


def step(model, optimizer, number):
    tokens, targets = batch(number)
    optimizer.zero_grad(set_to_none=True)
    loss = functional.cross_entropy(model(tokens).view(-1, VOCABULARY), targets.view(-1))
    loss.backward()
    optimizer.step()
    return loss.item()


def main():
    torch.set_num_threads(1)
    model = Decoder()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    losses = [step(model, optimizer, number) for number in range(10)]
    print(sum(p.numel() for p in model.parameters()), "parameters", losses)
    pathlib.Path(__file__).with_name("decoder.json").write_text(json.dumps({"losses": losses}, indent=2) + "\n")


if __name__ == "__main__":
    main()
