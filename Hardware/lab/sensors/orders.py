"""Orders to the sensors: one a line, from a script or over a socket.

    strap set rate 150                treadmill start | stop | pause | key
    strap set contact on|off|unsupported
                                      treadmill set speed 8.5, set incline 2
    strap set energy on|off           treadmill fields distance,incline,elapsed | none
    strap set rr on|off               treadmill split on|off        a record in two notifications
    strap set wide on|off             treadmill revoke              takes control away
    strap battery 20                  treadmill cp MODE             how the control point answers: ok, slow SECONDS,
                                          silent, fail, wrong HEX, refuse ATT-ERROR, hang (no answer to the write),
                                          unconfirmed (takes its indications for unconfirmed, leaves after 30 s)
either sensor:
    strap mute | unmute               stays connected, sends nothing | goes on
    strap period 0.25                 seconds between notifications
    strap send 2A37 16 50 00          notifies exactly these bytes, however malformed, or none
    strap flood 10000 [RATE]          as many numbered measurements, RATE a second (100)
    strap drop [REASON] [SECONDS]     ends the link (HCI reason in hex, 13 by itself: by remote user), away for SECONDS
    strap vanish [SECONDS]            the link is lost by supervision time-out; back on air after SECONDS, or at `show`
    strap hide | show                 stops | starts advertising
    strap name TEXT, name-hex HEX     another name: all of it in 2A00, what fits in the scan response
    strap advertise [HEX [HEX]]       other advertising data and scan response, or the usual again
    strap forget 180D, remember       loses a service and says so by Service Changed | has all of them again
    strap rssi -85                    how loud it is heard
    strap params 400                  asks for a connection interval of 400 ms
the lab:
    adapter unplug | plug             the adapter loses its power | has it again (see guest/adapter)
    status                            one line of JSON
    clock                             this machine's monotonic clock, as the journal has it

A script has lines of "SECONDS ORDER"; its clock starts with the first link. The answer to an order over the socket is
one line: "ok ..." or "error ...".
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import shlex
import time
from typing import Callable

from air import Air, Controller
from journal import Journal
from sensor import OrderError, Sensor

log = logging.getLogger("lab")


class Orders:
    def __init__(
        self,
        air: Air,
        adapter: Controller,
        forget_half_packet: Callable[[], None],
        sensors: list[Sensor],
        journal: Journal,
    ):
        self.air = air
        self.adapter = adapter
        self.forget_half_packet = forget_half_packet
        self.sensors = {sensor.name: sensor for sensor in sensors}
        self.journal = journal

    async def _obey(self, line: str) -> str:
        match shlex.split(line, comments=True):
            case []:
                return ""
            case ["status"]:
                return json.dumps({name: sensor.describe() for name, sensor in self.sensors.items()})
            case ["clock"]:
                return f"{time.monotonic():.6f}"
            case ["adapter", "unplug"]:
                self.air.unplug(self.adapter)
                self.adapter.plugged = False
                return ""
            case ["adapter", "plug"]:
                self.forget_half_packet()  # the host may have been cut off in the middle of one
                self.adapter.plugged = True
                return ""
            case [name, _, *_] as words if name in self.sensors:
                return await self.sensors[name].obey(words[1:])
            case ["hr", _, *_] as words:  # the strap's name in the scripts of older captures
                return await self.sensors["strap"].obey(words[1:])
        raise OrderError(f"no such order: {line.strip()}")

    async def answer(self, line: str) -> str:
        try:
            reply = f"ok {await self._obey(line)}".rstrip()
        except Exception as error:  # whatever was wrong with it, whoever gave it wants to know
            reply = f"error {error}".replace("\n", " ")
        log.info("order %r: %s", line.strip(), reply)
        self.journal.note("", "order", text=line.strip(), answer=reply)
        return reply

    async def serve(self, path: str) -> None:
        async def client(reader, writer):
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                while line := await reader.readline():
                    writer.write((await self.answer(line.decode(errors="replace")) + "\n").encode())
                    await writer.drain()
            writer.close()

        self._server = await asyncio.start_unix_server(client, path)

    async def play(self, lines: list[str]) -> None:
        timed = []
        for number, line in enumerate(lines, 1):
            if text := line.split("#", 1)[0].strip():
                try:
                    moment, order = text.split(maxsplit=1)
                    timed.append((float(moment), order))
                except ValueError:
                    raise SystemExit(f"script line {number}: {line.rstrip()}") from None
        waits = [asyncio.create_task(s.connected.wait()) for s in self.sensors.values()]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        start = time.monotonic()
        for moment, order in sorted(timed, key=lambda item: item[0]):
            await asyncio.sleep(max(0, start + moment - time.monotonic()))
            await self.answer(order)
