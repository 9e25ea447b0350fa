"""End-to-end scenarios of `steady` in the lab. `.ci/lab` runs them; each prints one line with its result and time."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import traceback
from functools import partial
from pathlib import Path

import program
from daemons import (
    adapter_blocked, adapter_powered_off, adapter_pulled, beside_another_client, bluetoothd_killed,
    bluetoothd_restarted, joins_another_client,
)  # fmt: skip
from lab import Failure, expect, kernel_bugs, reset
from links import drops, first_contact, gone_for_a_minute, link_drop, silent_but_connected, supervision_timeout
from values import control_point, flood, hostile_names, malformed, recording

SCENARIOS = [
    first_contact, link_drop, supervision_timeout, silent_but_connected, gone_for_a_minute, bluetoothd_killed,
    bluetoothd_restarted, adapter_pulled, adapter_powered_off, adapter_blocked, beside_another_client,
    joins_another_client, malformed, flood, hostile_names, control_point, recording, drops,
]  # fmt: skip
LONG = [gone_for_a_minute, flood, drops]


def name(scenario) -> str:
    return scenario.__name__.replace("_", "-")


def play(scenario, run) -> bool:
    began = time.monotonic()
    program.Program.started.clear()
    home = Path(tempfile.mkdtemp(prefix="home-"))
    bugs = kernel_bugs()
    try:
        reset()
        told, passed = run(home), True
        expect(kernel_bugs() == bugs, f"{told}; but the kernel failed (console.log)")
    except Exception as error:
        passed = False
        told = str(error) if isinstance(error, Failure) else traceback.format_exc()
        if kernel_bugs() > bugs:
            told += " (the kernel failed: console.log)"
        for each in program.Program.started:
            each.keep(name(scenario))
    finally:
        for each in program.Program.started:
            each.kill()
        shutil.rmtree(home, ignore_errors=True)
    print(f"{'ok    ' if passed else 'FAILED'}  {name(scenario):22} {time.monotonic() - began:6.1f} s  {told}", flush=True)
    return passed


def main() -> int:
    parser = argparse.ArgumentParser(prog="lab", description=__doc__)
    parser.add_argument("--drops", type=int, default=200, metavar="N", help="links to drop in `drops` (%(default)d)")
    parser.add_argument("--program", type=Path, default=program.PATH, help="the program (%(default)s)")
    parser.add_argument("--part", choices=["short", "long"], help="only the short or the long ones of them")
    parser.add_argument("--list", action="store_true", help="say which they are")
    parser.add_argument("scenario", nargs="*", help="the ones to run (all)")
    given = parser.parse_args()
    program.PATH = given.program
    known = {name(s): s for s in SCENARIOS}
    if unknown := set(given.scenario) - set(known):
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}")
    wanted = [known[word] for word in given.scenario] or SCENARIOS
    if given.part:
        wanted = [s for s in wanted if (s in LONG) == (given.part == "long")]
    if given.list:
        print("".join(f"{name(s):22} {s.__doc__}\n" for s in wanted), end="")
        return 0

    def failing(scenarios: list) -> list:
        return [s for s in scenarios if not play(s, partial(drops, count=given.drops) if s is drops else s)]

    failed = failing(wanted)
    if failed:
        # The machine is emulated, in real time: when its host is busy, a deadline may pass for that alone.
        print("once more:", flush=True)
        failed = failing(failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
