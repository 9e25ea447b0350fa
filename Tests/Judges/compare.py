#!/usr/bin/env python3
"""Holds a reading of values against all judges, and tells what disagreements.json does not explain.

    values.py | steady decode - | compare.py    Steady's own reading
    values.py | compare.py                      the same as decoders/reference.py has it
    … | compare.py [JUDGE…]                     only these judges

Standard input: lines `UUID HEX`, or the JSON lines of `steady decode -`. Standard output: how often each rule was needed, and the
disagreements that no rule explains. The exit status is 1 if there is one. README.md says what the words in the rules
mean.
"""
import json
import logging
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from decoders import Answer, reference, steady

FOLDER = Path(__file__).parent
OTHERS = ("pyftms", "pycycling", "bluetooth_sig", "deancochran", "tshark", "bumble", "reference")
SHOWN = 40
KNOWN_CODES = {
    "2ad9": {*range(0x15), 0x80},
    "2ada": {*range(1, 0x16), 0xFF},
    "2ad3": range(16),
    "2a38": range(7),
    "2a5d": range(17),
    "2a19": range(101),
}


@dataclass
class Case:
    """One value with Steady's reading; the conditions of the rules that concern the value as a whole."""

    uuid: str
    octets: bytes
    steady: Answer

    @cached_property
    def reading(self) -> reference.Reading | None:
        try:
            return reference.reading(self.uuid, self.octets)
        except (reference.Refusal, KeyError):
            return None

    @cached_property
    def layout(self) -> reference.Layout:
        return reference.LAYOUTS[self.uuid][0]

    @cached_property
    def flags(self) -> int:
        if self.uuid not in reference.LAYOUTS:
            return 0
        return int.from_bytes(self.octets[: self.layout.flag_octets], "little")

    def always(self) -> bool:
        return True

    def truncated(self) -> bool:
        if self.reading is not None:
            return self.reading.truncated
        return len(self.octets) < {"2acc": 8, "2ad3": 2}.get(self.uuid, 1)

    def trailing(self) -> bool:
        if self.uuid in ("2a37", "2ad3") and self.flag_of_rest():
            return False
        if self.reading is not None:
            return len(self.octets) > self.reading.length and not self.truncated()
        return len(self.octets) > {"2acc": 8, "2ad3": 2}.get(self.uuid, 1)

    def flag_of_rest(self) -> bool:
        """Do intervals or a text take the rest of the value?"""
        return bool(self.octets[:1] and self.octets[0] & (0x10 if self.uuid == "2a37" else 1))

    def reserved_bits(self) -> bool:
        if self.uuid == "2acc":
            return any(int.from_bytes(self.octets[at : at + 4], "little") >> 17 for at in (0, 4))
        if self.uuid == "2ad3":
            return bool(self.octets[0] & 0xFC)
        return self.uuid in reference.LAYOUTS and bool(self.flags & ~self.layout.defined_bits)

    def octets_of(self, word: str) -> int | None:
        fields = self.reading.fields if self.reading else ()
        return next((field.octets for field in fields if word in field.key), None)

    def one_octet_pace(self) -> bool:
        return self.uuid == "2acd" and self.octets_of("pace") == 1

    def two_octet_pace(self) -> bool:
        return self.uuid == "2acd" and self.octets_of("pace") == 2

    def one_octet_resistance(self) -> bool:
        return self.octets_of("resistance_level") == 1

    def two_octet_resistance(self) -> bool:
        return self.octets_of("resistance_level") == 2

    def vendor_steps(self) -> bool:
        return self.uuid == "2acd" and "step_count" in self.steady

    def intervals(self) -> int:
        """Octets in the place of the RR intervals."""
        there = self.uuid == "2a37" and self.flag_of_rest() and self.reading and not self.truncated()
        return len(self.octets) - self.reading.length if there else 0

    def odd_interval(self) -> bool:
        return self.intervals() % 2 == 1

    def reserved_code(self) -> bool:
        codes = self.octets[1:2] if self.uuid == "2ad3" else self.octets[:1]
        return any(code not in KNOWN_CODES.get(self.uuid, range(256)) for code in codes)

    def reserved_parameter(self) -> bool:
        """A stop, spin-down or result code outside the table, or a response to no request."""
        answer = reference.DECODERS[self.uuid](self.octets) if self.reading else {}
        spin_down = 4 if self.uuid == "2ada" else 2
        return (
            answer.get("stop_or_pause_code", 1) not in (1, 2)
            or answer.get("spin_down_code", 1) not in range(1, spin_down + 1)
            or answer.get("result_code", 1) not in range(1, 6)
            or answer.get("request_op_code", 0) not in KNOWN_CODES["2ad9"]
        )

    def unordered_range(self) -> bool:
        bounds = list(self.reading.answer.values()) if self.uuid in reference.RANGES and self.reading else []
        return len(bounds) > 1 and bounds[0] > bounds[1]

    def zero_increment(self) -> bool:
        values = list(self.reading.answer.values()) if self.uuid in reference.RANGES and self.reading else []
        return values[2:] == [0]

    def times(self) -> bool:
        """An op code for times."""
        codes = {"2ad9": reference.REQUEST_TIMES, "2ada": reference.EVENT_TIMES}.get(self.uuid, {})
        return any(code in codes for code in self.octets[:1])

    def request(self) -> bool:
        return self.uuid == "2ad9" and self.octets[:1] != b"\x80"

    def response(self) -> bool:
        return self.uuid == "2ad9" and self.octets[:1] == b"\x80"

    def text(self) -> bool:
        return self.uuid == "2ad3" and "training_status_text" in self.steady

    def no_text_flag(self) -> bool:
        return self.uuid == "2ad3" and not self.octets[0] & 1

    def long_text_flag(self) -> bool:
        return self.uuid == "2ad3" and bool(self.octets[0] & 2)


class Rule:
    """A line of disagreements.json."""

    def __init__(self, line: dict[str, Any]):
        self.judge, self.uuid, self.field = line["judge"], line["characteristic"], line["field"]
        self.conditions = line["when"].split("+")
        self.effect = line["effect"]
        self.line = line

    def __str__(self) -> str:
        bound = f" {self.line['steady']}" if "steady" in self.line else ""
        return f"{self.judge} {self.uuid} {self.field} {'+'.join(self.conditions)}{bound}: {self.effect}"

    def concerns(self, judge: str, uuid: str) -> bool:
        return self.judge in ("*", judge) and self.uuid in ("*", uuid)

    def holds(self, case: Case, field: str) -> bool:
        return all(self.condition(word, case, field) for word in self.conditions)

    def condition(self, word: str, case: Case, field: str) -> bool:
        if word.startswith("op_"):
            return case.octets[:1].hex() == word.removeprefix("op_")
        if word == "is":
            return same(case.steady.get(field), self.line["steady"])
        if word == "negative":
            return case.steady.get(field, 0) < 0
        if word == "at_least":
            return case.steady.get(field, float("-inf")) >= self.line["steady"]
        if word in ("special", "from_pace", "from_resistance", "from_cut"):
            return getattr(self, word)(case, field)
        return getattr(case, word)()

    def special(self, case: Case, field: str) -> bool:
        read = case.reading.fields[: case.reading.read]
        return field not in case.steady and any(field == each.key for each in read)

    def from_pace(self, case: Case, field: str) -> bool:
        return self.behind(case, field, "pace_raw") or field == "pace_octets"

    def from_resistance(self, case: Case, field: str) -> bool:
        return self.behind(case, field, "resistance_level")

    def behind(self, case: Case, field: str, word: str) -> bool:
        keys = [each.key for each in case.reading.fields]
        first = next((index for index, key in enumerate(keys) if word in key), len(keys))
        return field not in keys or keys.index(field) >= first

    def from_cut(self, case: Case, field: str) -> bool:
        """In the group of fields in which the value ends, or behind."""
        if case.reading is None or not case.reading.truncated:
            return False
        cut = case.reading.fields[case.reading.read].key
        keys = [each.key for each in case.reading.fields]
        first = keys.index(cut)
        for group in case.layout.groups if case.uuid in reference.LAYOUTS else ():
            if cut in [each.key for each in group.fields]:
                first = min(keys.index(each.key) for each in group.fields if each.key in keys)
        return field not in keys or keys.index(field) >= first

    def explains(self, case: Case, field: str, answer: Answer) -> bool:
        if self.field not in ("*", field) or not self.holds(case, field):
            return False
        ours, theirs = case.steady.get(field), answer.get(field)
        if self.effect == "any":
            return True
        if self.effect == "absent":
            return theirs is None
        if self.effect == "extra":
            return ours is None and same(theirs, self.line.get("value", theirs))
        if ours is None or theirs is None:
            return False
        if self.effect == "byte_swapped":
            return ours == int.from_bytes(theirs.to_bytes(4, "little"), "big")
        if self.effect == "lower_17_bits":
            return theirs == ours & 0x1FFFF
        if self.effect != "differs":
            return False
        if "factor" in self.line or "offset" in self.line:
            return same(theirs, ours * self.line.get("factor", 1) + self.line.get("offset", 0))
        return same(theirs, self.line.get("value", theirs))

    def explains_refusal(self, case: Case) -> bool:
        return self.effect == "refuses" and self.holds(case, self.field)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-6
    if isinstance(one, str) and isinstance(other, str):
        return one.strip(" ") == other.strip(" ")
    return one == other


def disagreements(judge: str, case: Case, answer: Answer, rules: list[Rule]) -> Iterator[tuple[str, Rule | None]]:
    """What the judge reads otherwise, each with the rule that explains it, if there is one."""
    if "unsupported" in answer or "error" in case.steady and ("error" in answer or not answer):
        return
    if "error" in answer:
        yield f"refuses: {answer['error']}", next((rule for rule in rules if rule.explains_refusal(case)), None)
    elif "error" in case.steady:
        yield "answers", next((rule for rule in rules if rule.effect == "answers" and rule.holds(case, "*")), None)
    else:
        for field in sorted(case.steady.keys() | answer.keys()):
            ours, theirs = case.steady.get(field), answer.get(field)
            if not same(ours, theirs):
                rule = next((rule for rule in rules if rule.explains(case, field, answer)), None)
                yield f"{field}: Steady {ours}, judge {theirs}", rule


def asked(judge: str, cases: list[Case]) -> list[Answer]:
    """The judges do not share a process: each brings its own libraries."""
    lines = "".join(f"{case.uuid} {case.octets.hex()}\n" for case in cases)
    command = [sys.executable, FOLDER / "judge.py", judge]
    output = subprocess.run(command, input=lines, capture_output=True, text=True)
    if output.returncode != 0:
        sys.exit(f"{judge} failed: {output.stderr}")
    return [json.loads(line) for line in output.stdout.splitlines()]


def cases(lines: Iterator[str]) -> Iterator[Case]:
    for line in lines:
        if line.startswith("{"):
            answer = json.loads(line)
            yield Case(answer["characteristic"], bytes.fromhex(answer["hex"]), steady.answer(answer))
        else:
            uuid, _, digits = line.strip().partition(" ")
            octets = bytes.fromhex(digits)
            yield Case(uuid, octets, next(reference.answers([(uuid, octets)])))


def main() -> None:
    logging.disable(logging.CRITICAL)
    judges = sys.argv[1:] or OTHERS
    rules = [Rule(line) for line in json.loads((FOLDER / "disagreements.json").read_text())]
    all_cases = list(cases(sys.stdin))
    used: Counter[str] = Counter({str(rule): 0 for rule in rules if rule.judge in ("*", *judges)})
    unexplained: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(judges, pool.map(lambda judge: asked(judge, all_cases), judges)))
    for judge in judges:
        answered = 0
        for case, answer in zip(all_cases, answers[judge], strict=True):
            answered += "unsupported" not in answer
            relevant = [rule for rule in rules if rule.concerns(judge, case.uuid)]
            for what, rule in disagreements(judge, case, answer, relevant):
                used[str(rule)] += rule is not None
                if rule is None:
                    unexplained.append(f"{judge} {case.uuid} {case.octets.hex()} {what}")
        print(f"{judge}: {answered} of {len(all_cases)} values")
    for name, count in used.items():
        if count:
            print(f"{count:8} {name}")
    print(f"{len(unexplained)} unexplained")
    for line in unexplained[:SHOWN]:
        print(f"    {line}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
