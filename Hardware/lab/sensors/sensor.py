"""What every sensor has: radio, link, timing, and the orders that all of them take."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress

from bumble import att, hci
from bumble.core import UUID, AdvertisingData
from bumble.device import Device, DeviceConfiguration
from bumble.gatt import Characteristic, CharacteristicValue, Service
from bumble.host import Host

from air import Air, Controller
from journal import Journal

READ = Characteristic.Properties.READ
WRITE = Characteristic.Properties.WRITE
NOTIFY = Characteristic.Properties.NOTIFY
INDICATE = Characteristic.Properties.INDICATE

DEVICE_NAME, SERVICE_CHANGED = 0x2A00, 0x2A05
ADVERTISEMENT_SIZE = 31

log = logging.getLogger("lab")


class OrderError(Exception):
    """An order that makes no sense; its text goes back to whoever gave it."""


def clamp(value: float, low: float, high: float) -> float:
    return max(low, min(high, value))


def on_off(word: str) -> bool:
    if word not in ("on", "off"):
        raise OrderError(f"expected on or off, not {word}")
    return word == "on"


def octets(words: list[str]) -> bytes:
    return bytes.fromhex("".join(words))


def readable(uuid: int, value: bytes | CharacteristicValue) -> Characteristic:
    return Characteristic(UUID.from_16_bits(uuid), READ, Characteristic.READABLE, value)


def short(uuid: UUID) -> int | None:
    """The number of a 16-bit UUID."""
    value = uuid.to_bytes()
    return int.from_bytes(value, "little") if len(value) == 2 else None


class Sensor:
    name = "sensor"
    main = 0x0000  # the characteristic that its measurements come in
    period = 1.0  # seconds between them

    def __init__(self, air: Air, journal: Journal, address: str, advertised_name: str):
        self.air = air
        self.journal = journal
        self.address = hci.Address(address)
        public = self.address if self.address.is_public else None
        self.controller = Controller(self.name, link=air, public_address=public)
        config = DeviceConfiguration(
            name=advertised_name, advertising_interval_min=100, advertising_interval_max=100
        )
        if not public:
            config.address = self.address
        host = Host()
        host.controller = self.controller
        self.device = Device(config=config, host=host)
        self.muted = False
        self.on_air = True
        self.links = 0  # links made so far
        self.connected = asyncio.Event()
        self.name_bytes = advertised_name.encode()
        self.raw_advertisement: tuple[bytes, bytes] | None = None

        self.server = self.device.gatt_server
        self.server.add_services([*self.services(), self._device_information()])
        self.table = list(self.server.attributes)  # all of them, whatever is hidden later
        self.characteristics = {
            short(a.uuid): a for a in self.table if isinstance(a, Characteristic) and short(a.uuid)
        }
        self._listen()

    # -- to be given by each sensor

    def services(self) -> list[Service]:
        raise NotImplementedError

    def advertisement(self) -> list[tuple[int, bytes]]:
        raise NotImplementedError

    async def tick(self, seconds: float) -> None:
        """Moves the model on by `seconds` and notifies what is new."""
        raise NotImplementedError

    def numbered(self, number: int) -> bytes:
        """A well-formed measurement with a number in it, for floods."""
        raise NotImplementedError

    async def order(self, verb: str, words: list[str]) -> str:
        raise OrderError(f"{self.name} knows no order {verb}")

    def link_lost(self) -> None:
        """Forgets what belongs to a link."""

    def state(self) -> dict:
        return {}

    # -- life on air

    def _device_information(self) -> Service:
        texts = {
            0x2A29: "steady lab",
            0x2A24: self.device.name,
            0x2A25: str(self.address)[:17].replace(":", ""),
            0x2A26: "1.0",
        }
        return Service(UUID.from_16_bits(0x180A), [readable(u, t.encode()) for u, t in texts.items()])

    def _listen(self) -> None:
        """Sees to it that the journal learns of links, subscriptions, and each notification when it is sent."""
        self.device.on(Device.EVENT_CONNECTION, self._on_connection)
        self.server.on(self.server.EVENT_CHARACTERISTIC_SUBSCRIPTION, self._on_subscription)
        send = self.server.send_gatt_pdu
        kinds = {
            att.Opcode.ATT_HANDLE_VALUE_NOTIFICATION: "notify",
            att.Opcode.ATT_HANDLE_VALUE_INDICATION: "indicate",
        }

        def send_and_note(bearer, pdu: bytes) -> None:
            if kind := kinds.get(pdu[0]):
                attribute = self.server.get_attribute(int.from_bytes(pdu[1:3], "little"))
                self._note(kind, attribute, hex=pdu[3:].hex())
            send(bearer, pdu)

        self.server.send_gatt_pdu = send_and_note

    def _note(self, event: str, characteristic, **more) -> None:
        self.journal.note(self.name, event, characteristic=f"{short(characteristic.uuid) or 0:04x}", **more)

    def _on_subscription(self, _bearer, characteristic, notify: bool, indicate: bool) -> None:
        self._note("subscribe", characteristic, notify=notify, indicate=indicate)

    async def start(self) -> None:
        await self.device.power_on()
        await self.show()
        self._ticker = asyncio.create_task(self._run())

    async def show(self) -> None:
        self.on_air = True
        if self.device.connections:
            return
        if self.raw_advertisement:
            advertisement, response = self.raw_advertisement
        else:
            advertisement = bytes(AdvertisingData(self.advertisement()))
            name = self.name_bytes[: ADVERTISEMENT_SIZE - 2]
            response = bytes(AdvertisingData([(AdvertisingData.COMPLETE_LOCAL_NAME, name)]))
        await self.device.start_advertising(
            own_address_type=hci.OwnAddressType.PUBLIC if self.address.is_public else hci.OwnAddressType.RANDOM,
            advertising_data=advertisement,
            scan_response_data=response,
        )
        self.journal.note(self.name, "advertising")

    async def hide(self) -> None:
        self.on_air = False
        await self.device.stop_advertising()
        self.journal.note(self.name, "quiet")

    def show_in(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, lambda: asyncio.ensure_future(self.show()))

    def _on_connection(self, connection) -> None:
        self.links += 1
        self.connected.set()
        log.info("%s: link %d up with %s", self.name, self.links, connection.peer_address)
        self.journal.note(self.name, "up", peer=str(connection.peer_address)[:17])
        connection.on(
            connection.EVENT_DISCONNECTION, lambda reason: asyncio.ensure_future(self._on_disconnection(reason))
        )

    async def _on_disconnection(self, reason: int) -> None:
        log.info("%s: link down, reason 0x%02X", self.name, reason)
        self.journal.note(self.name, "down", reason=reason)
        self.link_lost()
        if self.on_air:
            await self.show()

    async def _run(self) -> None:
        last = due = time.monotonic()
        while True:
            due = max(due + self.period, time.monotonic())
            await asyncio.sleep(due - time.monotonic())
            now = time.monotonic()
            try:
                await self.tick(now - last)
            except Exception:  # a link that died in the middle of a notification
                log.exception("%s: tick", self.name)
            last = now

    async def notify(self, uuid: int, value: bytes) -> None:
        """Notifies subscribers, unless the sensor is muted."""
        if not self.muted:
            await self.server.notify_subscribers(self.characteristics[uuid], value)

    def subscribed(self, uuid: int) -> bool:
        characteristic = self.characteristics[uuid]
        return any(
            self.server.read_cccd(link, characteristic) != b"\x00\x00" for link in self.device.connections.values()
        )

    # -- orders

    async def obey(self, words: list[str]) -> str:
        match words:
            case [("mute" | "unmute") as verb]:
                self.muted = verb == "mute"
            case ["period", seconds]:
                self.period = clamp(float(seconds), 0.01, 3600)
            case ["rssi", level]:
                self.controller.rssi = int(level)
            case ["hide"]:
                await self.hide()
            case ["show"]:
                await self.show()
            case ["drop", *rest]:
                return await self._drop(*rest)
            case ["vanish", *rest]:
                return await self._vanish(*rest)
            case ["send", uuid, *value]:
                return await self._send(int(uuid, 16), octets(value))
            case ["flood", count, *rest]:
                return await self._flood(int(count), *map(float, rest))
            case ["name", *text]:
                await self._rename(" ".join(text).encode())
            case ["name-hex", *value]:
                await self._rename(octets(value))
            case ["advertise", *values] if len(values) <= 2:
                data = [bytes.fromhex(value) for value in values] + [b""]
                self.raw_advertisement = (data[0], data[1]) if values else None
                await self.show()
            case ["forget", uuid]:
                return await self._forget(int(uuid, 16))
            case ["remember"]:
                self._set_table(self.table)
                await self._service_changed(1, 0xFFFF)
            case ["params", interval]:  # what straps ask for, to save their battery
                milliseconds = float(interval)
                for link in list(self.device.connections.values()):
                    await link.update_parameters(milliseconds, milliseconds + 15, 0, 6000, use_l2cap=True)
            case [verb, *rest]:
                return await self.order(verb, rest)
        return ""

    async def _drop(self, reason: str = "13", away: str = "") -> str:
        if away:
            await self.hide()
            self.show_in(float(away))
        links = list(self.device.connections.values())
        for link in links:
            await link.disconnect(int(reason, 16))
        return f"{len(links)} links"

    async def _vanish(self, away: str = "") -> str:
        await self.hide()
        count = self.air.break_links(self.controller)
        if away:
            self.show_in(float(away))
        return f"{count} links"

    async def _send(self, uuid: int, value: bytes) -> str:
        if uuid not in self.characteristics:
            raise OrderError(f"{self.name} has no characteristic {uuid:04X}")
        characteristic = self.characteristics[uuid]
        if characteristic.properties & INDICATE:
            await self.server.indicate_subscribers(characteristic, value)
        else:
            await self.server.notify_subscribers(characteristic, value)
        return f"{len(value)} bytes"

    async def _flood(self, count: int, rate: float = 100) -> str:
        if not self.subscribed(self.main):
            raise OrderError("nobody is subscribed")
        due = time.monotonic()
        for number in range(count):
            await asyncio.sleep(max(0, due - time.monotonic()))
            # No sensor makes up for lost time by a burst; on a busy host this one would.
            due = max(due, time.monotonic()) + 1 / rate
            await self.server.notify_subscribers(self.characteristics[self.main], self.numbered(number))
        return f"{count} sent"

    async def _rename(self, name: bytes) -> None:
        """All of it as the name that can be read, and what fits as the name in the scan response."""
        self.name_bytes = name
        self.characteristics[DEVICE_NAME].value = name
        await self.show()

    async def _forget(self, uuid: int) -> str:
        """Loses a service while it runs, as a machine does that changes its mode; handles stay as they are."""
        gone = next((s for s in self.table if isinstance(s, Service) and short(s.uuid) == uuid), None)
        if not gone:
            raise OrderError(f"{self.name} has no service {uuid:04X}")
        first, last = gone.handle, gone.end_group_handle
        self._set_table([a for a in self.table if not first <= a.handle <= last])
        await self._service_changed(first, last)
        return f"handles {first} to {last}"

    def _set_table(self, attributes: list) -> None:
        self.server.attributes = attributes
        self.server.services = [a for a in attributes if isinstance(a, Service)]
        self.server.attributes_by_handle.clear()

    async def _service_changed(self, first: int, last: int) -> None:
        value = first.to_bytes(2, "little") + last.to_bytes(2, "little")
        with suppress(TimeoutError):
            await self.server.indicate_subscribers(self.characteristics[SERVICE_CHANGED], value)

    def describe(self) -> dict:
        return {
            "address": str(self.address)[:17],
            "links_up": len(self.device.connections),
            "links_made": self.links,
            "subscribed": self.subscribed(self.main),
            "muted": self.muted,
            "on_air": self.on_air,
            **self.state(),
        }
