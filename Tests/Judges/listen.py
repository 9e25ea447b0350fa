"""Listens to a strap with bleak, for steady-benchmarks: how long each value took, from its sender to the callback.

listen.py ADDRESS COUNT FILE: nanoseconds of 32 bits, the lowest octet first.
"""

import asyncio
import struct
import sys
import time

from bleak import BleakClient
from bleak.backends.device import BLEDevice

MEASUREMENT = "00002a37-0000-1000-8000-00805f9b34fb"


async def main(address: str, count: int, path: str) -> None:
    came: list[int] = []
    done = asyncio.Event()

    def take(_, value: bytearray) -> None:
        now = time.monotonic_ns()
        intervals = struct.unpack_from("<4H", value, 2)
        sent = sum((interval - 512) << (10 * place) for place, interval in enumerate(intervals))
        came.append((now - sent) % (1 << 40))
        if len(came) == count:
            done.set()

    place = "/org/bluez/hci0/dev_" + address.replace(":", "_")
    client = BleakClient(BLEDevice(address, "Strap", {"path": place, "props": {}}))
    await client.connect()
    await client.start_notify(MEASUREMENT, take)
    try:
        await asyncio.wait_for(done.wait(), 30)
    except asyncio.TimeoutError:
        pass
    with open(path, "wb") as file:
        file.write(struct.pack(f"<{len(came)}I", *came))


asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
