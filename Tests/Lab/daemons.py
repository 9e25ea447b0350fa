"""Scenarios of the host: bluetoothd dies, the adapter goes, another program has the link."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from lab import BOTH, STRAP, Journal, expect, order, run
from program import Program


def bluetoothd_killed(home: Path) -> str:
    """bluetoothd is killed (-9), and back two seconds later"""
    return _interrupted(home, ["restart-bluetoothd", "kill", "2"])


def bluetoothd_restarted(home: Path) -> str:
    """bluetoothd is restarted as by systemctl"""
    return _interrupted(home, ["restart-bluetoothd", "terminate"])


def adapter_pulled(home: Path) -> str:
    """the adapter is pulled and put in again"""
    return _interrupted(home, ["adapter", "remove"], ["adapter", "add"])


def adapter_powered_off(home: Path) -> str:
    """the adapter is powered off and on"""
    return _interrupted(home, ["adapter", "off"], ["adapter", "on"])


def adapter_blocked(home: Path) -> str:
    """the adapter is blocked by rfkill, and unblocked"""
    return _interrupted(home, ["adapter", "block"], ["adapter", "unblock"])


def _interrupted(home: Path, cause: list[str], cure: list[str] | None = None) -> str:
    program = Program(home)
    program.both_live()
    journal, mark = Journal(), program.mark()
    run(*cause)
    if cure:
        for sensor in BOTH:
            program.gone(sensor, 20, mark)
        run(*cure)
    restored = time.monotonic()
    for sensor in BOTH:
        wanted = {"sensor": sensor.name, "characteristic": sensor.measurement, "event": "subscribe", "notify": True}
        journal.until(f"{sensor.name} subscribed anew", 60, **wanted)
    program.sample("heart_rate_bpm", "speed_km_h", within=20)
    moment = time.monotonic()
    for sensor in BOTH:
        states = [e["state"] for _, e in program.events if e["event"] == "sensor" and e["sensor"] == sensor.address]
        expect(states[-1] == "live", f"{sensor.name} is {states[-1]}")
    program.end()
    return f"both live {moment - restored:.1f} s after"


def beside_another_client(home: Path) -> str:
    """another program has both links; the monitor path decodes beside it"""
    # The program starts first: it sees the links come about.
    program = Program(home, "--transport", "monitor")
    with _second_client() as client:
        _subscribed(client)
        program.both_live()
        program.sample("heart_rate_bpm", "speed_km_h")
        mark = program.mark()
        order("strap drop")
        program.gone(STRAP, 30, mark)
        program.sample("speed_km_h")
        program.end()
    return "both live, and the end of a link told"


def joins_another_client(home: Path) -> str:
    """another program has had both links for a while when the monitor path starts"""
    with _second_client() as client:
        _subscribed(client)
        program = Program(home, "--transport", "monitor")
        program.both_live()
        program.sample("heart_rate_bpm", "speed_km_h")
        program.end()
    return "both live, though their connection was not seen"


@contextmanager
def _second_client():
    words = [f"{sensor.address}={sensor.measurement}" for sensor in BOTH]
    client = subprocess.Popen(["second-client", *words], stdout=subprocess.PIPE, text=True)
    try:
        yield client
    finally:
        client.terminate()
        client.wait(10)


def _subscribed(client: subprocess.Popen) -> None:
    """Reads on until the client has subscribed to both sensors; what comes later fits in the pipe."""
    left = len(BOTH)
    while left and (line := client.stdout.readline()):
        left -= '"subscribed"' in line
    expect(not left, "the second client ended early")
