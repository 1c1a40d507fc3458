"""Where PyTorch's optimisers go from (1, -2, 3) in ten steps along recorded gradients.

    python optimizers.py    writes optimizers.json

Made with PyTorch 2.13 in double precision.
"""

import json
import pathlib

import torch

torch.manual_seed(3)
gradients = torch.randn(10, 3, dtype=torch.float32).double()


def path(optimizer):
    theta = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64, requires_grad=True)
    rule = optimizer([theta])
    places = []
    for gradient in gradients:
        theta.grad = gradient.clone()
        rule.step()
        places.append([float(f"{x:.9g}") for x in theta.tolist()])
    return places


pathlib.Path(__file__).with_name("optimizers.json").write_text(
    json.dumps(
        {
            "gradients": [[float(f"{x:.9g}") for x in row] for row in gradients.tolist()],
            "momentum": path(lambda theta: torch.optim.SGD(theta, lr=0.1, momentum=0.9)),
            "adam": path(lambda theta: torch.optim.Adam(theta, lr=0.1, betas=(0.8, 0.99), eps=1e-6)),
            "adamW": path(lambda theta: torch.optim.AdamW(theta, lr=0.1, weight_decay=0.3)),
        }
    )
    + "\n"
)
