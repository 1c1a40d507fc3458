"""Writes scalars.tfevents with TensorBoard's own writer, or reads an event file with its own reader.

    python events.py                     makes the fixture again
    python events.py FILE                prints what TensorBoard reads in FILE: step, tag, value

Needs `pip install tensorboard`.
"""

import os
import sys

from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

if len(sys.argv) > 1:
    for event in EventFileLoader(sys.argv[1]).Load():
        for value in event.summary.value:
            number = value.tensor.float_val[0] if value.HasField("tensor") else value.simple_value
            print(event.step, value.tag, number)
else:
    with open(os.path.join(os.path.dirname(__file__), "scalars.tfevents"), "wb") as file:
        writer = RecordWriter(file)
        writer.write(Event(wall_time=0, file_version="brain.Event:2").SerializeToString())
        for step in range(3):
            values = [
                Summary.Value(tag="train/loss", simple_value=0.5 / (step + 1)),
                Summary.Value(tag="return", simple_value=-3e9 * step),
            ]
            event = Event(wall_time=1.5, step=step * 1000, summary=Summary(value=values))
            writer.write(event.SerializeToString())
