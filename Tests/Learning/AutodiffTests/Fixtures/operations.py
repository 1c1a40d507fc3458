"""What PyTorch says about every operation: its result, and the gradients of Σ weight · result.

    python operations.py    writes operations.json

Made with PyTorch 2.13 in double precision; inputs and weights are 32-bit floats.
"""

import json
import pathlib

import torch
from torch.nn import functional

torch.manual_seed(7)
cases = {}


def tensor(*shape, low=-2.0, high=2.0):
    return (torch.rand(shape, dtype=torch.float32) * (high - low) + low).double()


def away_from_zero(*shape):
    return torch.sign(torch.rand(shape, dtype=torch.float32) - 0.5).double() * tensor(*shape, low=0.25, high=2.0)


def written(t):
    return {"shape": list(t.shape), "values": rounded(t)}


def rounded(t):
    """Nine digits, which hold any 32-bit float."""
    return [float(f"{number:.9g}") for number in t.flatten().tolist()]


def case(name, operation, **inputs):
    for value in inputs.values():
        value.requires_grad_()
    output = operation(**inputs)
    weights = tensor(*output.shape, low=-1.0, high=1.0)
    (output * weights).sum().backward()
    cases[name] = {
        "inputs": {key: written(value.detach()) for key, value in inputs.items()},
        "weights": rounded(weights),
        "output": written(output.detach()),
        "gradients": {key: written(value.grad) for key, value in inputs.items()},
    }


choices = torch.tensor([4, 0, 36, 4])

case("linear", lambda x, w, b: x @ w + b, x=tensor(2, 3, 21), w=tensor(21, 35), b=tensor(35))
case("linear without bias", lambda x, w: x @ w, x=tensor(9, 5), w=tensor(5, 16))
case("embedding", lambda table: table[torch.tensor([[3, 0, 3], [5, 5, 1]])], table=tensor(6, 19))
case("rows", lambda x: x[torch.tensor([2, 0, 2])], x=tensor(4, 5))
case("layerNorm", lambda x, gain, bias: functional.layer_norm(x, (37,), gain, bias), x=tensor(3, 37), gain=tensor(37), bias=tensor(37))
case("rmsNorm", lambda x, gain: functional.rms_norm(x, (37,), gain, 1e-5), x=tensor(3, 37), gain=tensor(37))
case("softmax", lambda x: functional.softmax(x, dim=-1), x=tensor(4, 37))
case("logSoftmax", lambda x: functional.log_softmax(x, dim=-1), x=tensor(4, 37))
case("logProbability", lambda x: functional.log_softmax(x, dim=-1)[range(4), choices], x=tensor(4, 37))
case("crossEntropy", lambda x: functional.cross_entropy(x, choices), x=tensor(4, 37))
case("entropy", lambda x: torch.distributions.Categorical(logits=x).entropy(), x=tensor(4, 6))
case("relu", torch.relu, input=away_from_zero(5, 7))
case("gelu", lambda x: functional.gelu(x, approximate="tanh"), x=tensor(5, 7, low=-4, high=4))
case("silu", functional.silu, input=tensor(5, 7, low=-4, high=4))
case("tanh", torch.tanh, input=tensor(5, 7))
case("sigmoid", torch.sigmoid, input=tensor(5, 7, low=-4, high=4))
case("exp", torch.exp, input=tensor(5, 7))
case("log", torch.log, input=tensor(5, 7, low=0.5, high=4))
case("squared", torch.square, input=tensor(5, 7))
case("clamped", lambda x: torch.clamp(x, -0.125, 0.125), x=away_from_zero(5, 7))
case("minimum", torch.minimum, input=(a := tensor(5, 7)), other=(a + away_from_zero(5, 7)).detach())
case("maximum", torch.maximum, input=(a := tensor(5, 7)), other=(a + away_from_zero(5, 7)).detach())
case("+", lambda a, b: a + b, a=tensor(2, 3, 5), b=tensor(2, 3, 5))
case("+ repeated", lambda a, b: a + b, a=tensor(2, 3, 5), b=tensor(3, 5))
case("-", lambda a, b: a - b, a=tensor(2, 3, 5), b=tensor(5))
case("*", lambda a, b: a * b, a=tensor(2, 3, 5), b=tensor(3, 5))
case("/", lambda a, b: a / b, a=tensor(2, 3, 5), b=tensor(3, 5, low=0.5, high=3))
case("constants", lambda a: -(a * 3 + 0.5) - 0.25, a=tensor(2, 3))
case("sum", torch.sum, input=tensor(2, 3, 5))
case("mean", torch.mean, input=tensor(2, 3, 5))
case("rowSums", lambda x: x.sum(dim=-1), x=tensor(2, 3, 5))
case("reshaped", lambda x: x.view(5, 6) * x.view(5, 6), x=tensor(2, 3, 5))
case("linear, transposed", lambda x, table, b: x @ table.T + b, x=tensor(3, 21), table=tensor(35, 21), b=tensor(35))
case("embeddingSum", lambda a, b: a[torch.tensor([3, 0, 3])] + b[torch.tensor([1, 1, 0])], a=tensor(4, 19), b=tensor(2, 19))

lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(content)}" for name, content in cases.items())
pathlib.Path(__file__).with_name("operations.json").write_text("{\n" + lines + "\n}\n")
