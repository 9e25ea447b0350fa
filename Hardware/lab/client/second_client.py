"""Another program that owns the connection: connects to sensors, subscribes, and prints each value as a JSON line.

    second-client ADDRESS=UUID[,UUID…] …      until it is ended, for example E1:57:EA:D1:00:01=2a37
"""

import asyncio
import json
import signal
import sys

from bluez import CHARACTERISTIC, BlueZ


async def main() -> None:
    bluez = await BlueZ.connect()
    wanted = dict(word.split("=", 1) for word in sys.argv[1:])

    def show(path: str, value: bytes) -> None:
        uuid = (bluez.get(path, CHARACTERISTIC, "UUID") or "")[4:8]
        print(json.dumps({"event": "value", "characteristic": uuid, "hex": bytes(value).hex()}), flush=True)

    bluez.on_value = show
    for address, device in zip(wanted, await bluez.find(*wanted)):
        await bluez.connect_device(device)
        for uuid in wanted[address].split(","):
            await bluez.subscribe(device, uuid)
        print(json.dumps({"event": "subscribed", "sensor": address}), flush=True)
    over = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, over.set)
    await over.wait()
    for address in wanted:
        if device := bluez.device(address):
            await bluez.call(device, "org.bluez.Device1", "Disconnect")


asyncio.run(main())
