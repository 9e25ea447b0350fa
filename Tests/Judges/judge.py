#!/usr/bin/env python3
"""Lets one independent decoder read characteristic values.

    judge.py NAME <values >answers

Standard input: lines `UUID HEX`, for example `2acd 0000e803`. Standard output: for each line one JSON object with the
fields that the decoder found, under Steady's keys and in its units; `{"error":…}` where the decoder refuses the value;
or `{"unsupported":true}` where it has none for the characteristic. NAME is one of those in README.md.
"""
import importlib
import json
import logging
import sys
import warnings
from collections.abc import Iterable, Iterator

JUDGES = ("pyftms", "pycycling", "bluetooth_sig", "deancochran", "tshark", "bumble", "reference")


def values(lines: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The UUID and the octets of each line."""
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not 1 <= len(words) <= 2:
            sys.exit(f"line {number}: not `UUID HEX`: {line.strip()}")
        yield words[0].lower(), bytes.fromhex(words[1] if len(words) == 2 else "")


def answers(judge: str, questions: list[tuple[str, bytes]]) -> list[dict]:
    """What the judge says about each value, in their order."""
    return list(importlib.import_module(f"decoders.{judge}").answers(questions))


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1] not in JUDGES:
        sys.exit(f"usage: judge.py {'|'.join(JUDGES)} <values")
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        found = answers(sys.argv[1], list(values(sys.stdin)))
    except (ImportError, FileNotFoundError) as error:
        sys.exit(f"{sys.argv[1]} is not installed; see requirements.txt ({error})")
    for answer in found:
        print(json.dumps(answer, separators=(",", ":")))


if __name__ == "__main__":
    main()
