"""Runs `steady live` on a terminal, with a strap and a treadmill that are none, and holds it to what it may cost.

soak.py BUILD-FOLDER WORK-FOLDER [SECONDS] [HOURS]

First it is started a few times: how long until there is a screen. Then it runs for SECONDS with a strap that tells once
a second and a treadmill that tells four times a second: what part of a core, how much memory. Then for HOURS of its own
time, on a clock that runs faster: whether its memory grows. Last comes the demo on a screen of 120 columns
and 40 rows: what that costs, and how long a key takes to be seen. Ends with 1 when a limit is passed.
"""

import fcntl
import os
import pathlib
import pty
import select
import struct
import subprocess
import sys
import termios
import time

MOST_SHARE = 0.5  # percent of one core
MOST_MEMORY = 30.0  # MB
MOST_GROWTH = 1.0  # MB, after the first tenth of the hours
MOST_MILLISECONDS = 100
STARTS = 9
MOST_SCREEN_SHARE = 1.0  # percent of one core, with a screen of 120 x 40
MOST_OCTETS = 2000  # a second
MOST_KEY = 30.0  # ms
PRESSES = 50
SPEED = 120  # times the clock
FIRST_WORDS = b"Looking for your"

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
"""


class World:
    """A bus of our own, and a bluetoothd on it that is none."""

    def __init__(self, build: pathlib.Path, folder: pathlib.Path, speed: int, values: int) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        socket = folder / "bus"
        (folder / "bus.conf").write_text(BUS.format(socket=socket))
        self.environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={socket}", "TERM": "xterm-256color"}
        daemon = ["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"]
        self.processes = [subprocess.Popen(daemon)]
        ready = folder / "ready"
        service = [build / "steady-benchmarks", "--tell-run", str(speed), str(values), ready]
        self.processes.append(subprocess.Popen(service, env=self.environment))
        while not ready.exists():
            time.sleep(0.01)

    def end(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            process.wait()


class Live:
    """`steady live` on a terminal of 80 columns and 24 rows."""

    def __init__(self, build: pathlib.Path, world: World, more: dict[str, str]) -> None:
        self.octets = 0
        self.began = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            home = world.folder / f"home-{time.monotonic_ns()}"
            # Whoever runs for twelve hours has read the questions about safety.
            home.mkdir(mode=0o700)
            (home / "steady.conf").write_text(f"[practice]\nsafety_read = {time.strftime('%Y-%m-%d')}\n")
            arguments = ["--strap", "C0:11:22:33:44:01", "--treadmill", "C0:11:22:33:44:02", "--age", "40"]
            program = str(build / "steady")
            environment = world.environment | {"STEADY_HOME": str(home)} | more
            os.execve(program, [program, "live", *arguments], environment)

    def read(self, seconds: float, until: bytes | None = None) -> bytes:
        """Takes what is shown, for so long or until something is."""
        shown = b""
        latest = time.monotonic() + seconds
        while (left := latest - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                try:
                    shown += os.read(self.terminal, 65536)
                except OSError:
                    break
                if until is None:
                    self.octets += len(shown)
                    shown = b""
                elif until in shown:
                    break
        return shown

    def processor_seconds(self) -> float:
        tasks = pathlib.Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory(self, name: str = "VmRSS") -> float:
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name + ":")) / 1024

    def end(self) -> int:
        # Once it asks, twice it ends.
        os.write(self.terminal, b"qq")
        self.read(30, b"Kept as")
        self.read(1)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class Demo(Live):
    """`steady live --demo` on a terminal of 120 columns and 40 rows."""

    def __init__(self, build: pathlib.Path, folder: pathlib.Path) -> None:
        self.octets = 0
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            program = str(build / "steady")
            environment = os.environ | {"STEADY_HOME": str(folder / "home"), "TERM": "xterm-256color"}
            os.execve(program, [program, "live", "--demo", "--age", "40"], environment)

    def key(self, key: bytes) -> float:
        """Milliseconds from a key that changes much of the screen until that is seen."""
        self.read(0.35)
        began = time.monotonic()
        os.write(self.terminal, key)
        count = 0
        while count < 200 and select.select([self.terminal], [], [], 1)[0]:
            count += len(os.read(self.terminal, 65536))
        return (time.monotonic() - began) * 1000 if count >= 200 else float("inf")


class Promises:
    """What was measured against what is promised."""

    broken = 0

    def hold(self, name: str, value: float, most: float, unit: str) -> None:
        is_held = value < most
        self.broken += not is_held
        print(f"  {name}: {value:.2f} {unit} (under {most:g}){'' if is_held else '  BROKEN'}", flush=True)


def first_screen(build: pathlib.Path, world: World, promises: Promises) -> None:
    times = []
    for _ in range(STARTS):
        live = Live(build, world, {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"})
        live.read(5, FIRST_WORDS)
        times.append((time.monotonic() - live.began) * 1000)
        os.write(live.terminal, b"q")
        os.waitpid(live.pid, 0)
        os.close(live.terminal)
    promises.hold(f"first screen, median of {STARTS} starts", sorted(times)[STARTS // 2], MOST_MILLISECONDS, "ms")


def cost(build: pathlib.Path, world: World, seconds: float, promises: Promises) -> None:
    live = Live(build, world, {})
    live.read(10)
    before, began, octets = live.processor_seconds(), time.monotonic(), live.octets
    live.read(seconds)
    elapsed = time.monotonic() - began
    share = (live.processor_seconds() - before) / elapsed * 100
    print(f"  {elapsed:.0f} s, {(live.octets - octets) / elapsed:.0f} octets a second to the screen")
    promises.hold("processor", share, MOST_SHARE, "% of one core")
    promises.hold("resident memory", live.memory(), MOST_MEMORY, "MB")
    print(f"    of it own {live.memory('RssAnon'):.1f} MB, of files {live.memory('RssFile'):.1f} MB")
    promises.hold("exit status", live.end(), 1, "")


def soak(build: pathlib.Path, world: World, clock: pathlib.Path, hours: float, promises: Promises) -> None:
    live = Live(build, world, {"LD_PRELOAD": str(clock), "STEADY_CLOCK": str(SPEED)})
    seconds = hours * 3600 / SPEED
    sizes = []
    for _ in range(10):
        live.read(seconds / 10)
        sizes.append(live.memory())
    print("  memory after each tenth, MB: " + " ".join(f"{size:.1f}" for size in sizes))
    promises.hold(f"growth in {hours:g} hours after the first tenth", sizes[-1] - sizes[0], MOST_GROWTH, "MB")
    promises.hold("most resident memory", max(sizes), MOST_MEMORY, "MB")
    recordings = [file for file in world.folder.rglob("*.btsnoop")]
    print(f"  kept: {sum(file.stat().st_size for file in recordings):,} octets in {len(recordings)} recording(s)")
    promises.hold("exit status", live.end(), 1, "")


def screen(build: pathlib.Path, folder: pathlib.Path, seconds: float, promises: Promises) -> None:
    demo = Demo(build, folder)
    demo.read(10)
    before, began, octets = demo.processor_seconds(), time.monotonic(), demo.octets
    demo.read(seconds)
    elapsed = time.monotonic() - began
    print(f"  the demo on 120 x 40, {elapsed:.0f} s")
    share = (demo.processor_seconds() - before) / elapsed * 100
    promises.hold("processor", share, MOST_SCREEN_SHARE, "% of one core")
    promises.hold("to the screen", (demo.octets - octets) / elapsed, MOST_OCTETS, "octets a second")
    # The help comes and goes: much of the screen changes.
    times = sorted(demo.key(b"?") for _ in range(PRESSES))
    promises.hold(f"a key, median of {PRESSES}", times[PRESSES // 2], MOST_KEY, "ms")
    promises.hold(f"a key, the slowest of {PRESSES}", times[-1], MOST_KEY, "ms")
    os.write(demo.terminal, b"\x03")
    demo.read(5, b"nothing of it is kept")
    demo.read(1)
    os.close(demo.terminal)
    promises.hold("exit status", os.waitstatus_to_exitcode(os.waitpid(demo.pid, 0)[1]), 1, "")


def main() -> None:
    build, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60
    hours = float(sys.argv[4]) if len(sys.argv) > 4 else 12
    promises = Promises()
    never = 10**12
    world = World(build, folder / "calm", 1, never)
    try:
        first_screen(build, world, promises)
        cost(build, world, seconds, promises)
    finally:
        world.end()
    if hours > 0:
        clock = folder / "fastclock.so"
        source = pathlib.Path(__file__).with_name("fastclock.c")
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", clock, source, "-ldl"], check=True)
        world = World(build, folder / "fast", SPEED, never)
        try:
            soak(build, world, clock, hours, promises)
        finally:
            world.end()
    screen(build, folder, seconds, promises)
    sys.exit(1 if promises.broken else 0)


main()
