"""A plain BlueZ client over D-Bus: the objects of org.bluez kept current by signals, and a few calls on them."""

from __future__ import annotations

import asyncio
from typing import Callable

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

PROPERTIES = "org.freedesktop.DBus.Properties"
MANAGER = "org.freedesktop.DBus.ObjectManager"
BUS = "org.freedesktop.DBus"
ADAPTER, DEVICE = "org.bluez.Adapter1", "org.bluez.Device1"
CHARACTERISTIC = "org.bluez.GattCharacteristic1"
HCI0 = "/org/bluez/hci0"


class BlueZError(Exception):
    pass


class BlueZ:
    def __init__(self, bus: MessageBus):
        self.bus = bus
        self.objects: dict[str, dict[str, dict]] = {}
        self.changed = asyncio.Event()
        self.on_value: Callable[[str, bytes], None] = lambda path, value: None

    @classmethod
    async def connect(cls) -> BlueZ:
        bluez = cls(await MessageBus(bus_type=BusType.SYSTEM).connect())
        bluez.bus.add_message_handler(bluez._message)
        rules = [f"sender='org.bluez',interface='{interface}'" for interface in (PROPERTIES, MANAGER)]
        for rule in [*rules, f"sender='{BUS}',member='NameOwnerChanged',arg0='org.bluez'"]:
            await bluez._send(BUS, "/org/freedesktop/DBus", BUS, "AddMatch", "s", [f"type='signal',{rule}"])
        await bluez.refresh()
        return bluez

    async def refresh(self) -> None:
        self.objects = (await self.call("/", MANAGER, "GetManagedObjects"))[0]
        self.changed.set()

    async def _send(self, destination, path, interface, member, signature="", body=()):
        reply = await self.bus.call(
            Message(
                destination=destination, path=path, interface=interface, member=member, signature=signature,
                body=list(body),
            )
        )  # fmt: skip
        if reply.message_type == MessageType.ERROR:
            raise BlueZError(f"{member}: {reply.error_name}: {' '.join(map(str, reply.body))}")
        return reply.body

    async def call(self, path, interface, member, signature="", body=()):
        return await self._send("org.bluez", path, interface, member, signature, body)

    def _message(self, message: Message) -> None:
        if message.message_type != MessageType.SIGNAL:
            return
        match message.member:
            case "InterfacesAdded":
                path, interfaces = message.body
                self.objects.setdefault(path, {}).update(interfaces)
            case "InterfacesRemoved":
                path, interfaces = message.body
                for interface in interfaces:
                    self.objects.get(path, {}).pop(interface, None)
            case "PropertiesChanged":
                interface, changes, _ = message.body
                self.objects.setdefault(message.path, {}).setdefault(interface, {}).update(changes)
                if interface == CHARACTERISTIC and "Value" in changes:
                    self.on_value(message.path, changes["Value"].value)
            case "NameOwnerChanged":
                self.objects.clear()
                if message.body[2]:
                    asyncio.ensure_future(self.refresh())
        self.changed.set()

    async def until(self, condition: Callable, what: str, seconds: float = 30.0):
        """Waits until condition() is true, looking at each change, and returns it."""
        try:
            async with asyncio.timeout(seconds):
                while not (result := condition()):
                    self.changed.clear()
                    await self.changed.wait()
                return result
        except TimeoutError:
            raise BlueZError(f"{what}: not within {seconds:g} s") from None

    # -- what there is

    def get(self, path: str, interface: str, name: str):
        value = self.objects.get(path, {}).get(interface, {}).get(name)
        return value.value if value else None

    def device(self, address: str) -> str | None:
        path = f"{HCI0}/dev_{address.replace(':', '_')}"
        return path if DEVICE in self.objects.get(path, {}) else None

    def connected(self, device: str) -> bool:
        return bool(self.get(device, DEVICE, "Connected"))

    def characteristic(self, device: str, uuid: str) -> str | None:
        for path, interfaces in self.objects.items():
            if path.startswith(device + "/") and CHARACTERISTIC in interfaces:
                if self.get(path, CHARACTERISTIC, "UUID").startswith("0000" + uuid):
                    return path
        return None

    # -- what is done

    async def find(self, *addresses: str) -> list[str]:
        """The devices, by discovery if need be."""
        if not all(self.device(a) for a in addresses):
            await self.call(HCI0, ADAPTER, "SetDiscoveryFilter", "a{sv}", [{"Transport": Variant("s", "le")}])
            await self.call(HCI0, ADAPTER, "StartDiscovery")
            for address in addresses:
                await self.until(lambda: self.device(address), f"discovery of {address}")
            await self.call(HCI0, ADAPTER, "StopDiscovery")
        return [self.device(a) for a in addresses]

    async def connect_device(self, device: str) -> None:
        await self.call(device, DEVICE, "Connect")
        await self.until(lambda: self.get(device, DEVICE, "ServicesResolved"), "services resolved")

    async def subscribe(self, device: str, uuid: str) -> str:
        path = await self.until(lambda: self.characteristic(device, uuid), f"characteristic {uuid}")
        await self.call(path, CHARACTERISTIC, "StartNotify")
        return path

    async def write(self, path: str, value: bytes) -> None:
        await self.call(path, CHARACTERISTIC, "WriteValue", "aya{sv}", [value, {"type": Variant("s", "request")}])
