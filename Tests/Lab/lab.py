"""The lab as a scenario sees it, from inside the machine: orders to the sensors, their journal, the helpers on PATH."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import time
from dataclasses import dataclass

JOURNAL = "/run/lab/sensors.jsonl"


class Failure(Exception):
    """A scenario's expectation that did not hold; its text says which."""


def expect(condition, what: str) -> None:
    if not condition:
        raise Failure(what)


@dataclass(frozen=True)
class Sensor:
    name: str  # in orders and in the journal
    address: str
    kind: str
    measurement: str


STRAP = Sensor("strap", "E1:57:EA:D1:00:01", "heart_rate", "2a37")
TREADMILL = Sensor("treadmill", "00:AA:01:5E:AD:02", "treadmill", "2acd")
BOTH = (STRAP, TREADMILL)


def order(text: str) -> str:
    """Gives the sensors an order, as the helper of this name does, without starting a process for it."""
    with open("/run/order.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open(os.environ["LAB_CONTROL"], "r+b", buffering=0) as port:
            port.write(text.encode() + b"\n")
            answer = b""
            while not answer.endswith(b"\n"):
                answer += port.read(4096) or b""
    word, _, rest = answer.decode().strip().partition(" ")
    expect(word == "ok", f"order {text!r}: {rest}")
    return rest


def run(*words: str, within: float = 60) -> str:
    """Runs a helper or another program to its end and returns what it printed."""
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=within)
    expect(done.returncode == 0, f"{' '.join(words)}: {done.returncode} {done.stderr.strip()}")
    return done.stdout


def kernel_bugs() -> int:
    """How often the guest's kernel has failed so far: Linux 6.1 can, when its adapter goes while a connect is pending."""
    return run("dmesg").count("kernel BUG at")


def clock_offset() -> float:
    """What to add to the journal's times to have this machine's monotonic ones."""
    best = None
    for _ in range(5):
        before = time.monotonic()
        theirs = float(order("clock"))
        after = time.monotonic()
        if best is None or after - before < best[0]:
            best = (after - before, (before + after) / 2 - theirs)
    return best[1]


class Journal:
    """What the sensors did from now on."""

    def __init__(self):
        self._file = open(JOURNAL, encoding="utf-8")
        self._file.seek(0, os.SEEK_END)
        self._half = ""
        self.entries: list[dict] = []

    def read(self) -> list[dict]:
        """All entries so far."""
        text = self._half + self._file.read()
        *lines, self._half = text.split("\n")
        self.entries += map(json.loads, lines)
        return self.entries

    def until(self, what: str, within: float, after: int = 0, **wanted) -> dict:
        """The first entry, of those from number `after` on, that has these values."""
        deadline = time.monotonic() + within
        while True:
            for entry in self.read()[after:]:
                if wanted.items() <= entry.items():
                    return entry
            expect(time.monotonic() < deadline, f"{what}: the sensors saw nothing of it within {within:g} s")
            time.sleep(0.1)  # the file is the host's: nothing in this machine tells that it grew

    def sent(self, sensor: Sensor, characteristic: str) -> list[dict]:
        return [
            e
            for e in self.read()
            if e["event"] in ("notify", "indicate")
            and e["sensor"] == sensor.name
            and e["characteristic"] == characteristic
        ]


def reset() -> None:
    """Everything as a scenario wants to find it: both sensors on air and moving, unknown to bluetoothd."""
    if not os.path.exists("/sys/class/bluetooth/hci0"):
        run("adapter", "add")
    with open("/run/bluetoothd.pid") as file:
        if not os.path.exists(f"/proc/{file.read().strip()}"):
            run("restart-bluetoothd", "start")
            run("wait-powered")
    run("adapter", "unblock")
    run("adapter", "on")
    for sensor in BOTH:
        for words in ("hide", "drop", "unmute", "advertise", "remember", f"name Lab {sensor.name.title()}"):
            order(f"{sensor.name} {words}")
        path = f"/org/bluez/hci0/dev_{sensor.address.replace(':', '_')}"
        subprocess.run(
            ["dbus-send", "--system", "--print-reply", "--dest=org.bluez", "/org/bluez/hci0",
             "org.bluez.Adapter1.RemoveDevice", f"objpath:{path}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    for words in ("strap period 1", "strap set rate 130", "treadmill period 0.5", "treadmill cp ok",
                  "treadmill start", "treadmill set speed 8"):  # fmt: skip
        order(words)
    for sensor in BOTH:
        order(f"{sensor.name} show")
