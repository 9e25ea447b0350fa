"""A heart-rate strap and a treadmill, and the controller through which a system under test meets them.

    python sensors --hci unix-server:/tmp/hci.sock      for the serial port of a virtual machine
    python sensors --hci vhci                           for this machine's own BlueZ

Prints "ready" when all is on the air. orders.py tells what the sensors can be told to do.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import signal
import sys

from bumble import hci
from bumble.transport import open_transport

from air import Air, Controller
from journal import Journal
from orders import Orders
from strap import Strap
from treadmill import Treadmill

ADAPTER_ADDRESS = "00:AA:01:5E:AD:00/P"  # /P: a public address


async def run(given: argparse.Namespace) -> None:
    random.seed(given.seed)
    journal = Journal(open(given.journal, "w", encoding="utf-8") if given.journal else None)
    air = Air()
    transport = await open_transport(given.hci)
    adapter = Controller(
        "adapter",
        host_source=transport.source,
        host_sink=transport.sink,
        link=air,
        public_address=hci.Address(ADAPTER_ADDRESS),
    )
    sensors = [kind(air, journal) for kind in (Strap, Treadmill)]
    for sensor in sensors:
        await sensor.start()
    orders = Orders(air, adapter, transport.source.parser.reset, sensors, journal)
    if given.control:
        await orders.serve(given.control)
    over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    if given.script:
        with open(given.script, encoding="utf-8") as file:
            script = asyncio.create_task(orders.play(file.readlines()))  # noqa: F841: held while it plays
    print("ready", flush=True)
    gone = asyncio.ensure_future(transport.source.wait_for_termination())
    await asyncio.wait([asyncio.create_task(over.wait()), gone], return_when=asyncio.FIRST_COMPLETED)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="sensors", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hci", required=True, help="the adapter's end, as one of Bumble's transports")
    parser.add_argument("--script", help="a file of timed orders")
    parser.add_argument("--control", help="a UNIX socket to take orders on")
    parser.add_argument("--journal", help="a file for what the sensors did, as JSON lines")
    parser.add_argument("--seed", type=int, default=1, help="of the random parts (%(default)d)")
    parser.add_argument("--verbose", action="store_true", help="log every packet")
    given = parser.parse_args()
    logging.basicConfig(
        level=logging.DEBUG if given.verbose else logging.WARNING,
        format="%(asctime)s.%(msecs)03d %(levelname)s %(name)s: %(message)s",
        datefmt="%H:%M:%S",
        stream=sys.stderr,
    )
    logging.getLogger("lab").setLevel(logging.INFO)
    asyncio.run(run(given))


if __name__ == "__main__":
    main()
