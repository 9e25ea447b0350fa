"""The program under test, running: its JSON lines as they come, each with the moment of its arrival."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Callable

from lab import BOTH, Failure, Sensor, expect

PATH = Path(".build/release/steady")
KEPT = Path("/run/lab/failures")  # kept with the logs of a run that failed


class Program:
    """`steady live --json`, or another command that prints JSON lines."""

    started: list[Program] = []  # of the scenario that runs

    def __init__(self, home: Path, *options: str, command: str = "live"):
        self.home = home
        words = [PATH.absolute(), command, "--json", "--home", home, *options]
        self.lines: list[bytes] = []
        self.events: list[tuple[float, dict]] = []
        self._changed = threading.Condition()
        self._ended = False
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.errors, start_new_session=True
        )
        threading.Thread(target=self._read, daemon=True).start()
        Program.started.append(self)

    def _read(self) -> None:
        for line in self.process.stdout:
            now = time.monotonic()
            with self._changed:
                self.lines.append(line)
                try:
                    self.events.append((now, json.loads(line)))
                except ValueError:
                    self.events.append((now, {"event": "not JSON"}))
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    # -- waiting

    def mark(self) -> int:
        """Now, as a number of events."""
        return len(self.events)

    def until(self, what: str, within: float, condition: Callable[[dict], bool], after: int = 0) -> tuple[int, float]:
        """Waits for the first event from `after` on that fulfils the condition.

        Returns the number of the one after it, and the moment it arrived.
        """
        deadline = time.monotonic() + within
        with self._changed:
            while True:
                while after < len(self.events):
                    moment, event = self.events[after]
                    after += 1
                    if condition(event):
                        return after, moment
                if self._ended:
                    raise Failure(f"{what}: the program ended ({self.process.wait()}) before")
                if not self._changed.wait(deadline - time.monotonic()):
                    raise Failure(f"{what}: not within {within:g} s")

    def state(self, sensor: Sensor, *states: str, within: float, after: int = 0) -> tuple[int, float]:
        """Waits until the program says that a sensor is in one of these states."""
        return self.until(
            f"{sensor.name} {' or '.join(states)}",
            within,
            lambda e: e.get("event") == "sensor" and e.get("sensor") == sensor.address and e.get("state") in states,
            after,
        )

    def gone(self, sensor: Sensor, within: float, after: int) -> tuple[int, float]:
        return self.state(sensor, "searching", "connecting", "stale", "lost", within=within, after=after)

    def both_live(self, within: float = 30, after: int = 0) -> None:
        for sensor in BOTH:
            self.state(sensor, "live", within=within, after=after)

    def sample(self, *keys: str, within: float = 10, after: int | None = None) -> None:
        """Waits for a sample that has these keys."""
        after = self.mark() if after is None else after
        self.until(
            f"a sample with {', '.join(keys)}",
            within,
            lambda e: e.get("event") == "sample" and all(key in e for key in keys),
            after,
        )

    # -- ending

    def end(self) -> dict:
        """Ends the program as ^C does; returns its summary after a look at the whole."""
        self.process.send_signal(signal.SIGINT)
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            raise Failure("the program did not end within 30 s of SIGINT") from None
        with self._changed:
            self._changed.wait_for(lambda: self._ended, 10)
        expect(status == 0, f"exit status {status}")
        for line in self.lines:
            expect(all(octet >= 0x20 for octet in line.rstrip(b"\n")), f"control characters in {line!r}")
            line.decode("utf-8")
        events = [event for _, event in self.events]
        expect(all(e["event"] != "not JSON" for e in events), "a line that is not JSON")
        expect(events and events[0]["event"] == "session", "the first event is not `session`")
        expect(sum(e["event"] == "session" for e in events) == 1, "more than one session")
        expect(events[-1]["event"] == "summary", "the last event is not `summary`")
        return events[-1]

    def keep(self, name: str) -> None:
        """Keeps what it printed, and its home, for whoever looks into a failure."""
        folder = KEPT / name
        folder.mkdir(parents=True, exist_ok=True)
        number = len(list(folder.glob("*.jsonl")))
        (folder / f"{number}.jsonl").write_bytes(b"".join(self.lines))
        self.errors.seek(0)
        (folder / f"{number}.errors").write_bytes(self.errors.read())
        subprocess.run(["cp", "-r", self.home, folder / f"{number}.home"])

    def kill(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def ask(*words: str, within: float = 60) -> list[dict]:
    """Runs a command of the program to its end; its JSON lines."""
    done = subprocess.run(
        [PATH.absolute(), *words, "--json"], stdin=subprocess.DEVNULL, capture_output=True, timeout=within
    )
    error = done.stderr.decode(errors="replace").strip()
    expect(done.returncode == 0, f"steady {words[0]}: exit status {done.returncode}: {error}")
    return [json.loads(line) for line in done.stdout.splitlines()]
