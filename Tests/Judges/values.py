#!/usr/bin/env python3
"""Prints made-up values as lines `UUID HEX`, the same for the same seed.

    values.py [SEED] [ROUNDS]

A round has every flags word of the characteristics with up to 13 flags, as many random ones of the cross trainer, and
every op code and code. The numbers are random ones mixed with the highest, the lowest and the special ones. Beside a
whole body for each layout that has been published come values that end early, that have octets left over, and that set
reserved bits.
"""
import sys
from collections.abc import Iterator
from random import Random

from decoders import reference
from decoders.reference import Field, Layout

FLAG_BITS = {"2a37": 5, "2a53": 3, "2acd": 13, "2ace": 16, "2acf": 9, "2ad0": 10, "2ad1": 13, "2ad2": 13}
WORDS_IN_A_ROUND = 1 << 13
TEXTS = ("", "Run", "Intervall 3 läuft", "運動中", "Warm-up: 05:00", "Pause…")


def number(source: Random, field: Field) -> bytes:
    bits = 8 * field.octets
    signed = field.kind[0] == "s"
    lowest, highest = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    anything = source.randint(lowest, highest)
    choices = [anything, anything, anything, source.randint(0, 99), 0, lowest, highest, highest // 2]
    if field.special is not None:
        choices.append(field.special)
    return source.choice(choices).to_bytes(field.octets, "little", signed=signed)


def body(source: Random, layout: Layout, flags: int) -> bytes:
    return b"".join(number(source, field) for field in layout.fields(flags))


def damaged(source: Random, octets: bytes) -> Iterator[bytes]:
    """The same with octets too few, and with some too many."""
    yield octets[: source.randrange(len(octets))]
    yield octets + source.randbytes(source.randint(1, 4))


def flagged(source: Random, uuid: str) -> Iterator[bytes]:
    bits = FLAG_BITS[uuid]
    words = list(range(1 << bits)) * max(1, 1024 >> bits)
    if bits > 13:
        words = [source.getrandbits(bits) for _ in range(WORDS_IN_A_ROUND)]
    for flags in words:
        for layout in reference.LAYOUTS[uuid]:
            octets = flags.to_bytes(layout.flag_octets, "little") + body(source, layout, flags)
            if uuid == "2a37" and flags & 0x10:
                octets += source.randbytes(2 * source.randint(1, 9))
            yield octets
            # One in four of the large sets is enough; of the small ones all.
            if bits > 5 and source.randrange(4):
                continue
            yield from damaged(source, octets)
            free = (1 << 8 * layout.flag_octets) - 1 & ~layout.defined_bits
            reserved = flags | source.randint(1, free) & free
            if free & 0x2000 and uuid == "2acd":
                yield (flags | 0x2000).to_bytes(2, "little") + octets[2:] + source.randbytes(source.choice((2, 3)))
            yield reserved.to_bytes(layout.flag_octets, "little") + octets[layout.flag_octets :]


def ranges(source: Random, uuid: str, rounds: int = 200) -> Iterator[bytes]:
    layouts = [reference.RANGES[uuid]] + ([reference.NARROW_RESISTANCE_RANGE] if uuid == "2ad6" else [])
    for layout in layouts:
        lowest, highest, step = layout.fields(0)
        for _ in range(rounds):
            octets = body(source, layout, 0)
            yield octets
            edges = [octets[: lowest.octets], octets[lowest.octets : 2 * lowest.octets]]
            yield b"".join(sorted(edges, key=lowest.raw)) + octets[2 * lowest.octets :]
        for _ in range(rounds // 10):
            yield from damaged(source, octets)


def coded(source: Random, uuid: str) -> Iterator[bytes]:
    """Every op code, and those with a parameter more often."""
    parameters = reference.REQUESTS if uuid == "2ad9" else reference.EVENTS
    times = reference.REQUEST_TIMES if uuid == "2ad9" else reference.EVENT_TIMES
    for code in range(256):
        known = code in parameters or code in times or code in reference.NO_PARAMETER[uuid]
        for _ in range(60 if known else 4):
            fields = parameters.get(code, ())
            if code in times:
                fields = [reference.u16("")] * times[code]
            elif fields == reference.TARGETS["resistance"] and source.randrange(2):
                fields = reference.NARROW_RESISTANCE
            octets = bytes([code]) + b"".join(number(source, field) for field in fields)
            if not known:
                octets += source.randbytes(source.randrange(5))
            elif fields and fields[0].key in ("stop_or_pause_code", "spin_down_code") and source.randrange(3):
                octets = bytes([code, source.randint(1, 2)])
            elif code == 0x80 and uuid == "2ad9" and source.randrange(4):
                octets = bytes([code, source.randint(0, 0x14), source.randint(1, 5)])
            yield octets
            if known:
                yield from damaged(source, octets)
    if uuid == "2ad9":
        yield from (b"\x80\x13\x01" + source.randbytes(4) for _ in range(20))


def features(source: Random) -> Iterator[bytes]:
    for _ in range(200):
        octets = b"".join(source.getrandbits(17).to_bytes(4, "little") for _ in range(2))
        yield octets
        yield source.randbytes(8)
    for _ in range(20):
        yield from damaged(source, octets)
    yield octets[:7]


def training_statuses(source: Random) -> Iterator[bytes]:
    for code in range(256):
        for flags in (0, 1, 2, 3, source.getrandbits(8)):
            text = source.choice(TEXTS).encode()
            yield bytes([flags, code]) + (text if flags & 1 else b"")
            yield bytes([flags, code]) + text
            yield bytes([flags, code]) + text[: source.randrange(len(text) + 1)]
    yield from (bytes([flags]) for flags in range(4))


def single_octets() -> Iterator[bytes]:
    for code in range(256):
        yield bytes([code])
    yield from (bytes([code, 7]) for code in (0, 1, 6, 100))


def questions(seed: int = 1, rounds: int = 1) -> Iterator[tuple[str, bytes]]:
    source = Random(seed)
    for _ in range(rounds):
        for uuid in FLAG_BITS:
            yield from ((uuid, octets) for octets in flagged(source, uuid))
        for uuid in reference.RANGES:
            yield from ((uuid, octets) for octets in ranges(source, uuid))
        for uuid in ("2ad9", "2ada"):
            yield from ((uuid, octets) for octets in coded(source, uuid))
        yield from (("2acc", octets) for octets in features(source))
        yield from (("2ad3", octets) for octets in training_statuses(source))
        for uuid in ("2a19", "2a38", "2a5d"):
            yield from ((uuid, octets) for octets in single_octets())


if __name__ == "__main__":
    for uuid, octets in questions(*(int(argument) for argument in sys.argv[1:])):
        print(uuid, octets.hex())
