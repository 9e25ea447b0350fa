"""Scenarios of bytes: odd ones, many, names made to harm, the control point, and the recording of it all."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import program as under_test
from lab import BOTH, STRAP, TREADMILL, Failure, Journal, Sensor, expect, order
from program import Program, ask

ODD = {
    "2a37": ["", "00", "16", "ff01", "164856", "16485603ff", "01ff", "1f" + "ff" * 60],
    "2acd": ["", "00", "ffff", "0100", "8c04", "0400ffffff", "ff1f" + "00" * 4, "00" * 200],
}


def malformed(home: Path) -> str:
    """malformed and empty notifications of both sensors do no harm, and are counted"""
    program = Program(home)
    program.both_live()
    for sensor in BOTH:
        order(f"{sensor.name} mute")
        for value in ODD[sensor.measurement]:
            order(f"{sensor.name} send {sensor.measurement} {value}")
        order(f"{sensor.name} unmute")
    program.sample("heart_rate_bpm", "speed_km_h", within=30)
    issues = program.end()["issues"]
    expect(issues, "no issue was counted")
    return f"{sum(len(v) for v in ODD.values())} odd values, issues {sum(issues.values())}"


def flood(home: Path) -> str:
    """ten thousand notifications, 100 a second; all of them are in the recording"""
    journal = Journal()
    program = Program(home)
    program.both_live()
    order("strap mute")
    # In rounds: what a busy host's machine cannot take in time, its kernel or bluetoothd drops unseen.
    for _ in range(40):
        order("strap flood 250")
        _wait_until_quiet(home)
    order("strap unmute")
    mark = program.mark()
    program.sample("heart_rate_bpm", within=60, after=mark)
    ended = _end_and_clock(program)
    return _compare(home, journal, ended)


def _wait_until_quiet(home: Path) -> None:
    """Until the recording grows no faster than by the treadmill's values, or a minute has passed."""
    (recording,) = home.glob("recordings/*.btsnoop")
    size, until = recording.stat().st_size, time.monotonic() + 60
    while time.monotonic() < until:
        time.sleep(0.5)
        grown, size = recording.stat().st_size - size, recording.stat().st_size
        if grown < 500:
            return


def hostile_names(home: Path) -> str:
    """names of 248 octets with escape sequences and invalid UTF-8 reach no terminal"""
    name = bytes.fromhex("1b5b324a1b5d303b1b5b33316d0d0a00c29b") + b"\xff\xfe\xc0\x80"
    for sensor in BOTH:
        order(f"{sensor.name} name-hex {(name + b'%s%n' * 60)[:248].hex()}")
    program = Program(home)
    program.both_live()
    program.end()  # looks for control characters
    plain = subprocess.Popen(
        [under_test.PATH.absolute(), "live", "--home", home], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        plain.wait(15)
    except subprocess.TimeoutExpired:
        plain.send_signal(2)
    printed = plain.communicate(timeout=30)[0]
    bad = [octet for octet in printed if octet < 0x20 and octet != 0x0A]
    expect(printed and not bad, f"control characters in the plain lines: {bytes(bad[:10])!r}")
    expect("\u009b" not in printed.decode("utf-8"), "a control character of two octets in the plain lines")
    return f"{len(printed)} octets of plain lines, all harmless"


def control_point(home: Path) -> str:
    """the control point is written and its answers are read, also late, wrong and refused ones"""
    # Provisional: how the program offers this is not settled.
    def answer(value: str, within: float = 60) -> str:
        return json.dumps(ask("control-point", TREADMILL.address, value, "--home", str(home), within=within))

    expect("800001" in answer("00"), "request control: no success")
    order("treadmill cp slow 3")
    expect("800001" in answer("00"), "a late answer was not waited for")
    for mode in ("wrong 80ff01", "refuse 80", "silent"):
        order(f"treadmill cp {mode}")
        try:
            expect("800001" not in answer("00"), f"{mode}: taken for success")
        except Failure as failure:
            expect("exit status" in str(failure), str(failure))
    return "success, late, wrong, refused, silent"


def recording(home: Path) -> str:
    """the recording holds every value that the sensors sent, in order, the same bytes"""
    journal = Journal()
    program = Program(home)
    program.both_live()
    mark = program.mark()
    order("strap drop")
    after, _ = program.gone(STRAP, 15, mark)
    program.state(STRAP, "live", within=30, after=after)
    for words in ("strap send 2a37", "strap send 2a37 164856", "treadmill set incline 2", "strap battery 71"):
        order(words)
    for _ in range(10):
        program.sample("heart_rate_bpm", "speed_km_h")
    ended = _end_and_clock(program)
    return _compare(home, journal, ended)


def _end_and_clock(program: Program) -> float:
    """Ends the program; the sensors' time just before."""
    clock = float(order("clock"))
    program.end()
    return clock


def _compare(home: Path, journal: Journal, ended: float) -> str:
    (file,) = (home / "recordings").glob("*.btsnoop")
    lines = ask("inspect", str(file), within=300)
    told = []
    for sensor in BOTH:
        recorded: dict[str, list[str]] = {}
        for line in lines:
            if line["record"] == "value" and line["device"] == sensor.address and line["direction"] == "from_device":
                if line["operation"] in ("notify", "indicate"):
                    recorded.setdefault(line["characteristic"], []).append(line["hex"])
        expect(sensor.measurement in recorded, f"no {sensor.measurement} in the recording")
        for characteristic, values in recorded.items():
            told.append(f"{len(values)} of {characteristic}")
            _compare_values(journal, sensor, characteristic, values, ended)
    return ", ".join(told)


def _compare_values(journal: Journal, sensor: Sensor, characteristic: str, values: list[str], ended: float) -> None:
    sent = journal.sent(sensor, characteristic)
    for number, (got, entry) in enumerate(zip(values, sent)):
        expect(got == entry["hex"], f"{characteristic} number {number}: sent {entry['hex']}, recorded {got}")
    expect(len(values) <= len(sent), f"{characteristic}: {len(values)} recorded, {len(sent)} sent")
    # What was sent while the program ended may be missing; what came half a second before it may not.
    missing = [entry for entry in sent[len(values) :] if entry["t"] < ended - 0.5]
    expect(not missing, f"{characteristic}: {len(missing)} of {len(sent)} are not in the recording")
