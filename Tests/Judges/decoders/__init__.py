"""One module a judge; each has `answers(questions)`: an answer for each (UUID, octets), in their order."""
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Answer = dict[str, Any]
Decoder = Callable[[bytes], Answer]

UNSUPPORTED: Answer = {"unsupported": True}


def number(value: float) -> float | int:
    """At most seven decimals: every unit of these characteristics has fewer. Whole numbers as integers."""
    rounded = round(value, 7)
    return int(rounded) if rounded == int(rounded) else rounded


def renamed(found: Mapping[str, Any], names: Mapping[str, tuple[str, float]]) -> Answer:
    """What was found under Steady's keys: `names` gives the key and the factor to Steady's unit for each name."""
    return {
        key: number(found[name] * factor)
        for name, (key, factor) in names.items()
        if found.get(name) is not None
    }


def each(questions: Iterable[tuple[str, bytes]], decoders: Mapping[str, Decoder]) -> Iterator[Answer]:
    """Answers of a judge that reads one value at a time."""
    for uuid, octets in questions:
        if uuid not in decoders:
            yield UNSUPPORTED
            continue
        try:
            yield decoders[uuid](octets)
        except Exception as error:  # Whatever a judge throws is its refusal.
            yield {"error": type(error).__name__}
