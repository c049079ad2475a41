"""The same document with the same words by each engine, in each engine's own tags.

The npm engines cannot run our filters, so the words are made ready: they are taken from a finished
document of the project, and its outline becomes one template per engine.
"""

from benchmarks.equal_work.equal import Equal
from benchmarks.equal_work.node import Node

__all__ = ["Equal", "Node"]
