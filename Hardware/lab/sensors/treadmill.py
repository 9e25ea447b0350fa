"""A treadmill: Fitness Machine and Device Information. Its belt moves in real time."""

from __future__ import annotations

import math
import struct

from bumble.core import UUID, AdvertisingData
from bumble.gatt import Characteristic, CharacteristicValue, Service

from control_point import CONTROL_POINT, ControlPoint
from sensor import INDICATE, NOTIFY, READ, WRITE, OrderError, Sensor, clamp, on_off, readable

FEATURE, DATA, TRAINING, SPEEDS, INCLINES, STATUS = 0x2ACC, 0x2ACD, 0x2AD3, 0x2AD4, 0x2AD5, 0x2ADA

# Values of Training Status and Fitness Machine Status that are in use here.
IDLE, MANUAL_MODE, PRE_WORKOUT, POST_WORKOUT = 0x01, 0x0D, 0x0E, 0x0F
WAS_RESET, WAS_STOPPED, SAFETY_KEY, WAS_STARTED, NEW_SPEED, NEW_INCLINE, CONTROL_LOST = 1, 2, 3, 4, 5, 6, 0xFF


class Treadmill(Sensor):
    name = "treadmill"
    main = DATA
    period = 0.5

    SPEED = (0.8, 20.0, 0.1)  # km/h: lowest, highest, step
    INCLINE = (0.0, 15.0, 0.5)  # per cent
    ACCELERATION = 0.6  # km/h a second
    TILT = 0.5  # per cent a second

    # Treadmill Data's optional fields: name -> flag bit.
    FIELDS = {
        "average": 1, "distance": 2, "incline": 3, "elevation": 4, "energy": 7, "heart": 8, "met": 9, "elapsed": 10,
        "remaining": 11, "power": 12,
    }  # fmt: skip

    def __init__(self, air, journal):
        self.fields = ["distance", "incline", "energy", "elapsed"]
        self.split = False  # send one record in two packets
        self.running = False
        self._clear()
        self.control_point = ControlPoint(self)
        super().__init__(air, journal, "00:AA:01:5E:AD:02/P", "Lab Treadmill")  # /P: a public address

    def _clear(self) -> None:
        self.speed = self.target_speed = 0.0
        self.incline = self.target_incline = 0.0
        self.distance = self.elapsed = self.energy = 0.0
        self.climbed = self.descended = 0.0
        self.training = IDLE

    def services(self) -> list[Service]:
        # Average speed, total distance, inclination, elevation gain, expended energy, elapsed time.
        features = 1 << 0 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 9 | 1 << 12
        targets = 1 << 0 | 1 << 1  # speed, inclination
        speeds = struct.pack("<HHH", *(round(v * 100) for v in self.SPEED))
        inclines = struct.pack("<hhH", *(round(v * 10) for v in self.INCLINE))

        def made(uuid: int, properties, permissions=Characteristic.READABLE, value=b"") -> Characteristic:
            return Characteristic(UUID.from_16_bits(uuid), properties, permissions, value)

        training = CharacteristicValue(read=lambda _: self._training_status())
        control = CharacteristicValue(write=self.control_point.write)
        return [
            Service(
                UUID.from_16_bits(0x1826),
                [
                    readable(FEATURE, struct.pack("<II", features, targets)),
                    made(DATA, NOTIFY),
                    made(TRAINING, READ | NOTIFY, value=training),
                    readable(SPEEDS, speeds),
                    readable(INCLINES, inclines),
                    made(CONTROL_POINT, WRITE | INDICATE, Characteristic.WRITEABLE, control),
                    made(STATUS, NOTIFY),
                ],
            )
        ]

    def advertisement(self) -> list[tuple[int, bytes]]:
        return [
            (AdvertisingData.FLAGS, b"\x06"),
            (AdvertisingData.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS, struct.pack("<H", 0x1826)),
            # Flags: available. Machine type: treadmill.
            (AdvertisingData.SERVICE_DATA_16_BIT_UUID, struct.pack("<HBH", 0x1826, 0x01, 0x0001)),
        ]

    # -- what it sends

    def _records(self) -> list[bytes]:
        """Treadmill Data as it goes on air: one packet, or two when split."""
        half = len(self.fields) // 2
        if self.split and half:
            # The packet that says "more data" leaves the speed out.
            return [self._record(self.fields[:half], more=True), self._record(self.fields[half:])]
        return [self._record(self.fields)]

    def _record(self, fields: list[str], more: bool = False) -> bytes:
        flags = int(more)
        body = b"" if more else struct.pack("<H", round(self.speed * 100))
        for field in sorted(fields, key=self.FIELDS.__getitem__):
            flags |= 1 << self.FIELDS[field]
            body += self._field(field)
        return struct.pack("<H", flags) + body

    def _field(self, field: str) -> bytes:
        hourly = self._met() * 70 if self.running else 0.0  # kcal, of a runner of 70 kg
        match field:
            case "average":
                average = self.distance / self.elapsed * 3.6 if self.elapsed else 0.0
                return struct.pack("<H", round(average * 100))
            case "distance":
                return round(self.distance).to_bytes(3, "little")
            case "incline":
                angle = math.degrees(math.atan(self.incline / 100))
                return struct.pack("<hh", round(self.incline * 10), round(angle * 10))
            case "elevation":
                return struct.pack("<HH", round(self.climbed * 10), round(self.descended * 10))
            case "energy":
                return struct.pack("<HHB", round(self.energy), round(hourly), round(hourly / 60))
            case "heart":
                return b"\x00"
            case "met":
                return struct.pack("<B", round(self._met() * 10))
            case "elapsed":
                return struct.pack("<H", round(self.elapsed) & 0xFFFF)
            case "remaining":
                return struct.pack("<H", max(0, 2400 - round(self.elapsed)))
            case "power":
                return struct.pack("<hh", 0, round(hourly * 1.163))
        raise AssertionError(field)

    def numbered(self, number: int) -> bytes:
        return struct.pack("<HH", 1 << self.FIELDS["distance"], 800) + number.to_bytes(3, "little")

    def _training_status(self) -> bytes:
        return bytes([0x00, self.training])

    # -- the belt

    async def tick(self, seconds: float) -> None:
        goal = self.target_speed if self.running else 0.0
        step = self.ACCELERATION * seconds
        self.speed += clamp(goal - self.speed, -step, step)
        step = self.TILT * seconds
        self.incline += clamp(self.target_incline - self.incline, -step, step)
        if self.running:
            metres = self.speed / 3.6 * seconds
            self.distance += metres
            rise = metres * self.incline / 100
            self.climbed += max(rise, 0)
            self.descended += max(-rise, 0)
            self.elapsed += seconds
            self.energy += self._met() * 70 * seconds / 3600
        for record in self._records():
            await self.notify(DATA, record)

    def _met(self) -> float:
        # The usual running equation: oxygen in ml/kg/min over 3.5.
        metres_per_minute = self.speed * 1000 / 60
        climbing = 0.9 * metres_per_minute * self.incline / 100
        return (0.2 * metres_per_minute + climbing + 3.5) / 3.5

    async def _status(self, *values: int) -> None:
        await self.notify(STATUS, bytes(values))

    async def _set_training(self, status: int) -> None:
        if status != self.training:
            self.training = status
            await self.notify(TRAINING, self._training_status())

    async def go(self) -> None:
        self.running = True
        self.target_speed = max(self.target_speed, self.SPEED[0])
        await self._status(WAS_STARTED)
        await self._set_training(MANUAL_MODE)

    async def halt(self, how: int) -> None:
        """how: 1 stop, 2 pause."""
        self.running = False
        await self._status(WAS_STOPPED, how)
        await self._set_training(POST_WORKOUT if how == 1 else PRE_WORKOUT)

    async def reset(self) -> None:
        self.running = False
        self._clear()
        await self._status(WAS_RESET)

    async def set_speed(self, speed: float) -> None:
        self.target_speed = speed
        await self._status(NEW_SPEED, *struct.pack("<H", round(speed * 100)))

    async def set_incline(self, incline: float) -> None:
        self.target_incline = incline
        await self._status(NEW_INCLINE, *struct.pack("<h", round(incline * 10)))

    def link_lost(self) -> None:
        self.control_point.forget_link()

    # -- orders: somebody at the console

    async def order(self, verb: str, words: list[str]) -> str:
        match [verb, *words]:
            case ["start"]:
                await self.go()
            case ["stop"]:
                await self.halt(1)
            case ["pause"]:
                await self.halt(2)
            case ["key"]:  # the safety key is pulled: the belt stops at once
                self.running = False
                self.speed = 0.0
                await self._status(SAFETY_KEY)
                await self._set_training(POST_WORKOUT)
            case ["set", "speed", value]:
                await self.set_speed(clamp(float(value), 0, self.SPEED[1]))
            case ["set", "incline", value]:
                await self.set_incline(clamp(float(value), *self.INCLINE[:2]))
            case ["fields", value]:
                fields = [f for f in value.split(",") if f and f != "none"]
                if unknown := set(fields) - set(self.FIELDS):
                    raise OrderError(f"unknown fields {', '.join(sorted(unknown))}")
                self.fields = fields
            case ["split", value]:
                self.split = on_off(value)
            case ["cp", *rest]:
                self.control_point.order(rest)
            case ["revoke"]:
                self.control_point.owner = None
                await self._status(CONTROL_LOST)
            case _:
                return await super().order(verb, words)
        return ""

    def state(self) -> dict:
        return {
            "running": self.running,
            "speed": round(self.speed, 2),
            "incline": round(self.incline, 1),
            "distance": round(self.distance),
            "elapsed": round(self.elapsed),
        }
