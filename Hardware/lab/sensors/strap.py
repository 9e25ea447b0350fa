"""A chest strap: Heart Rate, Battery, Device Information."""

from __future__ import annotations

import math
import random
import struct

from bumble import att
from bumble.core import UUID, AdvertisingData
from bumble.gatt import Characteristic, CharacteristicValue, Service

from sensor import NOTIFY, READ, WRITE, Sensor, clamp, on_off, readable

MEASUREMENT, LOCATION, CONTROL_POINT, BATTERY = 0x2A37, 0x2A38, 0x2A39, 0x2A19
CONTROL_POINT_NOT_SUPPORTED = 0x80  # an ATT error of the Heart Rate Service


class Strap(Sensor):
    name = "strap"
    main = MEASUREMENT

    def __init__(self, air, journal):
        self.rate = 72.0  # beats a minute
        self.contact: bool | None = True  # None: the strap cannot tell
        self.energy: float | None = None  # kJ since reset; None: not reported
        self.rr = True
        self.wide = False  # send the rate as 16 bits even when it fits in 8
        self.battery = 88
        self._phase = 0.0  # breathing, for a natural spread of the intervals
        self._clock = 0.0
        self._next_beat = 0.4
        self._last_beat = 0.0
        super().__init__(air, journal, "E1:57:EA:D1:00:01", "Lab Strap")  # a static random address, as straps have

    def services(self) -> list[Service]:
        return [
            Service(
                UUID.from_16_bits(0x180D),
                [
                    Characteristic(UUID.from_16_bits(MEASUREMENT), NOTIFY, Characteristic.READABLE),
                    readable(LOCATION, b"\x01"),  # chest
                    Characteristic(
                        UUID.from_16_bits(CONTROL_POINT),
                        WRITE,
                        Characteristic.WRITEABLE,
                        CharacteristicValue(write=self._control_point),
                    ),
                ],
            ),
            Service(
                UUID.from_16_bits(0x180F),
                [
                    Characteristic(
                        UUID.from_16_bits(BATTERY),
                        READ | NOTIFY,
                        Characteristic.READABLE,
                        CharacteristicValue(read=lambda _: bytes([self.battery])),
                    )
                ],
            ),
        ]

    def advertisement(self) -> list[tuple[int, bytes]]:
        return [
            (AdvertisingData.FLAGS, b"\x06"),
            (AdvertisingData.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS, struct.pack("<HH", 0x180D, 0x180F)),
            (AdvertisingData.APPEARANCE, struct.pack("<H", 0x0341)),  # heart-rate belt
        ]

    def _control_point(self, _connection, value: bytes) -> None:
        self._note("write", self.characteristics[CONTROL_POINT], hex=value.hex())
        if value != b"\x01":  # Reset Energy Expended, the only one there is
            raise att.ATT_Error(CONTROL_POINT_NOT_SUPPORTED)
        if self.energy is not None:
            self.energy = 0.0

    def _beats(self, seconds: float) -> list[int]:
        """The RR intervals, in 1/1024 s, of the beats in the next `seconds`."""
        intervals = []
        self._clock += seconds
        while self._next_beat <= self._clock:
            intervals.append(round((self._next_beat - self._last_beat) * 1024))
            self._last_beat = self._next_beat
            self._phase += 60 / self.rate / 4.0 * 2 * math.pi  # a breath in 4 s
            spread = 1 + 0.03 * math.sin(self._phase) + random.gauss(0, 0.006)
            self._next_beat += 60 / self.rate * spread
        return intervals

    def _measurement(self, intervals: list[int]) -> bytes:
        rate = round(self.rate)
        wide = self.wide or rate > 255
        flags = int(wide)
        if self.contact is not None:
            flags |= 0x04 | (0x02 if self.contact else 0)
        body = struct.pack("<H" if wide else "<B", rate)
        if self.energy is not None:
            flags |= 0x08
            body += struct.pack("<H", min(round(self.energy), 0xFFFF))
        if self.rr and intervals:
            flags |= 0x10
            body += b"".join(struct.pack("<H", min(i, 0xFFFF)) for i in intervals[-9:])
        return bytes([flags]) + body

    def numbered(self, number: int) -> bytes:
        return struct.pack("<BBH", 0x0E, 100 + number % 50, number & 0xFFFF)  # the number as energy expended

    async def tick(self, seconds: float) -> None:
        intervals = self._beats(seconds)
        if self.energy is not None:
            self.energy += 0.6 * seconds
        await self.notify(MEASUREMENT, self._measurement(intervals))

    async def order(self, verb: str, words: list[str]) -> str:
        match [verb, *words]:
            case ["set", "rate", value]:
                self.rate = clamp(float(value), 1, 65535)
            case ["set", "contact", "unsupported"]:
                self.contact = None
            case ["set", "contact", value]:
                self.contact = on_off(value)
            case ["set", "energy", value]:
                self.energy = 0.0 if on_off(value) else None
            case ["set", "rr", value]:
                self.rr = on_off(value)
            case ["set", "wide", value]:
                self.wide = on_off(value)
            case ["battery", value]:
                self.battery = int(clamp(int(value), 0, 255))
                await self.notify(BATTERY, bytes([self.battery]))
            case _:
                return await super().order(verb, words)
        return ""

    def state(self) -> dict:
        return {"rate": self.rate, "battery": self.battery}
