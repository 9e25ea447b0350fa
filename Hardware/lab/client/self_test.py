"""Proves with plain D-Bus that the lab works. Run in the lab: `.ci/lab self-test`.

Each step prints a line with its time; the first that fails ends it with status 1.
"""

import asyncio
import json
import sys
import time
import traceback

from dbus_fast import Variant

from bluez import ADAPTER, DEVICE, HCI0, PROPERTIES, BlueZ, BlueZError

STRAP, TREADMILL = "E1:57:EA:D1:00:01", "00:AA:01:5E:AD:02"
TERMINATED, TIMED_OUT = 0x13, 0x08


class Lab:
    """The client, and what the sensors say they did."""

    def __init__(self, bluez: BlueZ):
        self.bluez = bluez
        self.values: asyncio.Queue = asyncio.Queue()
        bluez.on_value = lambda path, value: self.values.put_nowait((path, bytes(value).hex()))
        self.journal = open("/run/lab/sensors.jsonl", encoding="utf-8")

    async def run(self, *words: str) -> str:
        process = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.PIPE)
        answer, _ = await process.communicate()
        if process.returncode:
            raise BlueZError(f"{' '.join(words)}: {answer.decode()}")
        return answer.decode()

    async def order(self, *words: str) -> str:
        return await self.run("order", *words)

    async def happened(self, seconds: float = 10.0, **wanted) -> dict:
        """The next line of the journal that has these values."""
        async with asyncio.timeout(seconds):
            while True:
                if line := self.journal.readline():
                    entry = json.loads(line)
                    if wanted.items() <= entry.items():
                        return entry
                else:
                    await asyncio.sleep(0.05)  # the file is the host's: nothing here tells that it grew

    async def value(self, path: str, hex: str | None = None) -> str:
        """The next value of a characteristic, or the one with these octets."""
        async with asyncio.timeout(10):
            while True:
                where, got = await self.values.get()
                if where == path and hex in (None, got):
                    return got


async def scan_connect_notify(lab: Lab) -> str:
    lab.strap, lab.treadmill = await lab.bluez.find(STRAP, TREADMILL)
    for device in (lab.strap, lab.treadmill):
        await lab.bluez.connect_device(device)
        # Kept when its link is lost; bluetoothd forgets strangers after half a minute.
        await lab.bluez.call(device, PROPERTIES, "Set", "ssv", [DEVICE, "Trusted", Variant("b", True)])
    lab.heart = await lab.bluez.subscribe(lab.strap, "2a37")
    lab.belt = await lab.bluez.subscribe(lab.treadmill, "2acd")
    return f"2a37 {await lab.value(lab.heart)}, 2acd {await lab.value(lab.belt)}"


async def any_octets(lab: Lab) -> str:
    await lab.order("strap", "mute")
    for value in ("", "00", "ff01", "164856"):
        await lab.order("strap", "send", "2A37", value)
        await lab.value(lab.heart, value)
    await lab.order("strap", "unmute")
    return "empty and malformed values arrive as they were sent"


async def flood(lab: Lab) -> str:
    await lab.order("strap", "mute")
    while not lab.values.empty():
        lab.values.get_nowait()
    began = time.monotonic()
    flooding = asyncio.create_task(lab.order("strap", "flood", "1000"))
    numbers = []
    while len(numbers) < 1000:
        value = bytes.fromhex(await lab.value(lab.heart))
        if len(value) == 4 and value[0] == 0x0E:
            numbers.append(int.from_bytes(value[2:4], "little"))
    assert numbers == list(range(1000)), "out of order"
    await flooding
    await lab.order("strap", "unmute")
    return f"1000 notifications in order, {1000 / (time.monotonic() - began):.0f} a second"


async def control_point(lab: Lab) -> str:
    point = await lab.bluez.subscribe(lab.treadmill, "2ad9")
    for written, answer in (("00", "800001"), ("07", "800701"), ("55", "805502")):
        await lab.bluez.write(point, bytes.fromhex(written))
        await lab.value(point, answer)
    await lab.order("treadmill", "cp", "refuse", "80")
    try:
        await lab.bluez.write(point, b"\x00")
        raise BlueZError("the write was not refused")
    except BlueZError as error:
        assert "0x80" in str(error), error
    await lab.order("treadmill", "cp", "ok")
    return "answers, and refuses"


async def disconnect_reaches_the_sensor(lab: Lab) -> str:
    """A host's Disconnect goes out as HCI Disconnect, also long after the 4 s in which Linux would give a link up
    whose (enhanced) Connection Complete event it had not understood."""
    up = await lab.order("status")
    assert json.loads(up[3:])["strap"]["links_up"] == 1, up
    monitor = await asyncio.create_subprocess_exec("stdbuf", "-oL", "btmon", stdout=asyncio.subprocess.PIPE)
    await monitor.stdout.readuntil(b"= Open Index")  # it listens
    await lab.bluez.call(lab.strap, DEVICE, "Disconnect")
    down = await lab.happened(sensor="strap", event="down")
    assert down["reason"] == TERMINATED, down
    async with asyncio.timeout(10):
        await monitor.stdout.readuntil(b"HCI Command: Disconnect (0x01|0x0006)")
    monitor.terminate()
    await monitor.wait()
    await lab.bluez.connect_device(lab.strap)
    await lab.bluez.subscribe(lab.strap, "2a37")
    await lab.value(lab.heart)
    return "HCI Disconnect (0x0406) went out, the strap saw reason 0x13"


async def drop(lab: Lab) -> str:
    return await lost(lab, "strap", lab.strap, lab.heart, "drop", TERMINATED)


async def vanish(lab: Lab) -> str:
    return await lost(lab, "treadmill", lab.treadmill, lab.belt, "vanish 2", TIMED_OUT)


async def lost(lab: Lab, name: str, device: str, path: str, how: str, reason: int) -> str:
    await lab.order(name, *how.split())
    down = await lab.happened(sensor=name, event="down")
    assert down["reason"] == reason, down
    await lab.bluez.until(lambda: not lab.bluez.connected(device), "link loss seen")
    began = time.monotonic()
    await lab.bluez.connect_device(device)
    await lab.value(path)
    return f"reason 0x{reason:02x}, values again {time.monotonic() - began:.1f} s later"


async def service_lost(lab: Lab) -> str:
    await lab.order("treadmill", "forget", "1826")
    await lab.bluez.until(lambda: not lab.bluez.characteristic(lab.treadmill, "2acd"), "2acd gone")
    await lab.order("treadmill", "remember")
    await lab.bluez.until(lambda: lab.bluez.characteristic(lab.treadmill, "2acd"), "2acd back")
    lab.belt = await lab.bluez.subscribe(lab.treadmill, "2acd")
    await lab.value(lab.belt)
    return "2acd went and came, by Service Changed"


async def hostile_name(lab: Lab) -> str:
    name = bytes.fromhex("1b5b324a1b5d303b")  # clear the screen, and begin a title
    await lab.order("strap", "name-hex", (name + b"\xff\xfe" + b"A" * 238).hex())
    await lab.order("strap", "drop")
    await lab.bluez.until(lambda: not lab.bluez.connected(lab.strap), "link loss seen")
    await lab.bluez.connect_device(lab.strap)
    got = await lab.bluez.until(
        lambda: len(n := lab.bluez.get(lab.strap, DEVICE, "Name") or "") > 100 and n, "the name of 248 octets"
    )
    await lab.order("strap", "name", "Lab", "Strap")
    return f"on D-Bus as {len(got)} characters, {got[:12]!r}…"


async def daemon_restarts(lab: Lab) -> str:
    told = []
    for how in ("kill", "terminate"):
        await lab.run("restart-bluetoothd", how)
        await lab.bluez.refresh()
        await lab.bluez.until(lambda: lab.bluez.device(STRAP), "the strap, remembered")
        still = lab.bluez.connected(lab.strap)
        assert still == (how == "kill"), f"{how}: connected {still}"
        if still:  # without services: nobody has the link
            await lab.bluez.call(lab.strap, DEVICE, "Disconnect")
            await lab.bluez.until(lambda: not lab.bluez.connected(lab.strap), "disconnection")
        began = time.monotonic()
        await lab.bluez.connect_device(lab.strap)
        lab.heart = await lab.bluez.subscribe(lab.strap, "2a37")
        await lab.value(lab.heart)
        told.append(f"{how}: values {time.monotonic() - began:.1f} s after Connect")
    return ", ".join(told)


async def adapter_comes_and_goes(lab: Lab) -> str:
    for leave, come in (("remove", "add"), ("off", "on"), ("block", "unblock")):
        await lab.run("adapter", leave)
        await lab.bluez.until(lambda: not lab.bluez.get(HCI0, ADAPTER, "Powered"), f"adapter {leave}")
        await lab.happened(sensor="strap", event="down")
        await lab.run("adapter", come)
        await lab.bluez.until(lambda: lab.bluez.get(HCI0, ADAPTER, "Powered"), f"adapter {come}")
        (device,) = await lab.bluez.find(STRAP)
        await lab.bluez.connect_device(device)
        lab.heart = await lab.bluez.subscribe(device, "2a37")
        await lab.value(lab.heart)
    return "removed, powered off, blocked; values after each"


async def main() -> int:
    lab = Lab(await BlueZ.connect())
    steps = [
        scan_connect_notify, any_octets, flood, control_point, disconnect_reaches_the_sensor, drop, vanish,
        service_lost, hostile_name, daemon_restarts, adapter_comes_and_goes,
    ]  # fmt: skip
    for step in steps:
        began = time.monotonic()
        name = step.__name__.replace("_", " ")
        try:
            told = await asyncio.wait_for(step(lab), 120)
        except Exception as error:
            print(f"FAILED  {name}  {time.monotonic() - began:.1f} s", flush=True)
            traceback.print_exception(error)
            return 1
        print(f"ok      {name}  {time.monotonic() - began:.1f} s  {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
