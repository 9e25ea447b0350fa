"""Scenarios of links: how they come about, how they are lost, and how they come back."""

from __future__ import annotations

import statistics
import threading
import time
from pathlib import Path

from lab import BOTH, STRAP, TREADMILL, Journal, Sensor, clock_offset, expect, order
from program import Program, ask


def first_contact(home: Path) -> str:
    """finds both sensors by itself, remembers them, and needs no choice the second time"""
    told = []
    for _ in range(2):
        began = time.monotonic()
        program = Program(home)
        program.both_live()
        program.sample("heart_rate_bpm", "speed_km_h")
        told.append(f"{time.monotonic() - began:.1f} s")
        program.end()
    return f"data after {told[0]}, the second time {told[1]}"


def link_drop(home: Path) -> str:
    """each sensor ends its link and takes another"""
    return _lost_and_back(home, "drop", 20)


def supervision_timeout(home: Path) -> str:
    """each sensor is lost without a goodbye, for three seconds"""
    return _lost_and_back(home, "vanish 3", 20)


def _lost_and_back(home: Path, how: str, within: float) -> str:
    program = Program(home)
    program.both_live()
    told = []
    for sensor, key in ((STRAP, "heart_rate_bpm"), (TREADMILL, "speed_km_h")):
        mark, began = program.mark(), time.monotonic()
        order(f"{sensor.name} {how}")
        after, _ = program.gone(sensor, 10, mark)
        _, moment = program.state(sensor, "live", within=within, after=after)
        program.sample(key)
        told.append(f"{sensor.name} live {moment - began:.1f} s after")
    program.end()
    return ", ".join(told)


def gone_for_a_minute(home: Path) -> str:
    """the strap is away for a minute; the treadmill goes on meanwhile"""
    program = Program(home)
    program.both_live()
    mark = program.mark()
    order("strap vanish 60")
    program.state(STRAP, "lost", within=30, after=mark)
    program.sample("speed_km_h")
    journal = Journal()
    journal.until("the strap's return", 70, sensor="strap", event="advertising")
    back = time.monotonic()
    _, moment = program.state(STRAP, "live", within=20, after=program.mark())
    program.sample("heart_rate_bpm", "speed_km_h")
    states = [e["state"] for _, e in program.events[mark:] if e["event"] == "sensor" and e["sensor"] == TREADMILL.address]
    expect(not states, f"the treadmill was {states}")
    program.end()
    return f"live {moment - back:.1f} s after its return"


def silent_but_connected(home: Path) -> str:
    """the strap keeps its link and says nothing: stale, then lost, and its link is made anew"""
    program = Program(home)
    program.both_live()
    journal = Journal()
    mark, began = program.mark(), time.monotonic()
    order("strap mute")
    after, stale = program.state(STRAP, "stale", within=30, after=mark)
    after, lost = program.state(STRAP, "lost", within=60, after=after)
    journal.until("a disconnection by the program", 60, sensor="strap", event="down")
    order("strap unmute")
    program.state(STRAP, "live", within=30, after=after)
    program.sample("heart_rate_bpm")
    program.end()
    return f"stale after {stale - began:.1f} s, lost after {lost - began:.1f} s, linked anew"


class _Dropper(threading.Thread):
    """Drops the link of one sensor again and again, each time data flows."""

    def __init__(self, program: Program, sensor: Sensor, count: int):
        super().__init__(daemon=True)
        self.program, self.sensor, self.count = program, sensor, count
        self.moments: list[float] = []  # of each return to `live`
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            for number in range(self.count):
                mark = self.program.mark()
                order(f"{self.sensor.name} drop")
                after, _ = self.program.gone(self.sensor, 15, mark)
                _, moment = self.program.state(self.sensor, "live", within=60, after=after)
                self.moments.append(moment)
        except Exception as error:
            self.error = error


def drops(home: Path, count: int) -> str:
    """links are dropped again and again, both sensors' side by side; times are from connectable to live"""
    for sensor in BOTH:
        order(f"{sensor.name} period 0.25")
    program = Program(home)
    program.both_live()
    journal, offset = Journal(), clock_offset()
    droppers = [_Dropper(program, STRAP, (count + 1) // 2), _Dropper(program, TREADMILL, count // 2)]
    for dropper in droppers:
        dropper.start()
    times = []
    for dropper in droppers:
        dropper.join()
        if dropper.error:
            raise dropper.error
        name = dropper.sensor.name
        ups = [e["t"] + offset for e in journal.read() if e["event"] == "advertising" and e["sensor"] == name]
        expect(len(ups) == dropper.count, f"{name}: {len(ups)} times on air for {dropper.count} drops")
        times += [live - up for up, live in zip(ups, dropper.moments)]
    drift = abs(clock_offset() - offset)
    expect(drift < 0.05, f"the two clocks drifted apart by {drift:.3f} s")
    program.sample("heart_rate_bpm", "speed_km_h")
    program.end()
    sessions = ask("list", "--home", str(home))[0]["sessions"]
    expect(len(sessions) == 1, f"{len(sessions)} sessions in the log")
    times.sort()
    p90 = times[int(len(times) * 0.9)]
    return (
        f"{count} drops, 0 sessions lost; live again after {statistics.median(times):.2f} s in the middle,"
        f" {p90:.2f} s for nine of ten, {times[-1]:.2f} s at most"
    )
