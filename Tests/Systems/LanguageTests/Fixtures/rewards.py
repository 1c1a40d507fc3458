"""Writes rewards.json: what five rewards written with Python's own `re` and `str` give for texts made to mislead them.

Run it in this folder: python3 rewards.py. The rules are those of the program that part III studies.
"""

import json
import random
import re

STRICT = re.compile(r"^<reasoning>\n.*?\n</reasoning>\n<answer>\n.*?\n</answer>\n$")
SOFT = re.compile(r"<reasoning>.*?</reasoning>\s*<answer>.*?</answer>")


def tags(text):
    total = 0.125 * (text.count("<reasoning>\n") == 1) + 0.125 * (text.count("\n</reasoning>\n") == 1)
    if text.count("\n<answer>\n") == 1:
        total += 0.125 - 0.001 * len(text.split("\n</answer>\n")[-1])
    if text.count("\n</answer>") == 1:
        total += 0.125 - 0.001 * (len(text.split("\n</answer>")[-1]) - 1)
    return total


def rewards(text, right):
    answer = text.split("<answer>")[-1].split("</answer>")[0].strip()
    return [
        2.0 * (answer == right),
        0.5 * answer.isdigit(),
        0.5 * bool(STRICT.match(text)),
        0.5 * bool(SOFT.match(text)),
        tags(text),
    ]


PIECES = [
    "<reasoning>", "</reasoning>", "<answer>", "</answer>", "\n", "\n", " ", "9", "72", "-3", "1,000", "²", "٣", "é",
    "e\u0301", "\r\n", "\u2028", "\x1c", "\u00a0", "4 + 5 = 9", "<reasoning>\n", "\n</reasoning>\n", "\n<answer>\n",
    "\n</answer>\n", "<reasoning>\n4 + 5 = 9\n</reasoning>\n<answer>\n9\n</answer>\n",
    "<reasoning> 4 + 5 </reasoning> <answer> 9 </answer>",
]

FRAME = ["<reasoning>", "\n", "4 + 5 = 9", "\n", "</reasoning>", "\n", "<answer>", "\n", "9", "\n", "</answer>", "\n"]


def disturbed():
    """The right text with up to three of its pieces lost, doubled, replaced, or preceded by another."""
    frame = list(FRAME)
    for _ in range(random.randint(0, 3)):
        place = random.randrange(len(frame))
        change = random.choice(["lose", "double", "replace", "insert", "append"])
        if change == "lose":
            del frame[place]
        elif change == "double":
            frame.insert(place, frame[place])
        elif change == "replace":
            frame[place] = random.choice(PIECES)
        elif change == "insert":
            frame.insert(place, random.choice(PIECES))
        else:
            frame.append(random.choice(PIECES))
    return "".join(frame)


random.seed(1)
cases = []
for number in range(400):
    text = "".join(random.choices(PIECES, k=random.randint(0, 8))) if number % 4 == 0 else disturbed()
    cases.append({"text": text, "answer": "9", "rewards": rewards(text, "9")})
with open("rewards.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
