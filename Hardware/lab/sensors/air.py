"""A radio medium in one process, and controllers that are real enough for Linux.

Bumble has a software LE controller, and a link that joins several. Both were written to talk to Bumble's own host and
take short cuts that a kernel notices. What is made good here, by subclasses; Bumble itself stays as it is:

    in bumble 0.0.236                                            made good in
    scan responses repeat the advertising data                   Controller._report
    scan reports come twice, whatever the scan's type, at -50    Controller._report
    a cancelled connection is not cancelled                      ..on_hci_le_create_connection_cancel_command
    a sensor never learns the real parameters of its link        Controller.on_le_connect_ind
    a reset forgets nothing                                      Controller.on_hci_reset_command
    data from a public address is taken for that of address 0    Air.send_acl_data
    no link can be lost                                          Air.break_links, Air.unplug
"""

from __future__ import annotations

import asyncio
import random

from bumble import hci, ll
from bumble.controller import Connection, Controller as BumbleController
from bumble.core import PhysicalTransport
from bumble.link import LocalLink

ACTIVE_SCAN = 1
TIMED_OUT = hci.HCI_ErrorCode.CONNECTION_TIMEOUT_ERROR

AdvertisingReport = hci.HCI_LE_Advertising_Report_Event
EventType = AdvertisingReport.EventType


class Air(LocalLink):
    """Everything within radio range of everything else."""

    def send_acl_data(self, sender_controller, destination_address, transport, data):
        if transport != PhysicalTransport.LE:
            return super().send_acl_data(sender_controller, destination_address, transport, data)
        # The receiver files its link under the address that the sender used on it, which may be its public one.
        link = sender_controller.le_connections.get(destination_address)
        receiver = self.find_le_controller(destination_address)
        if link and receiver:
            asyncio.get_running_loop().call_soon(receiver.on_link_acl_data, link.self_address, transport, data)

    def advertiser(self, address: hci.Address) -> Controller | None:
        """The controller that advertises from `address`."""
        return next((c for c in self.controllers if c.le_legacy_advertiser.address == address), None)

    def break_links(self, controller: Controller) -> int:
        """Ends every link of a controller by supervision time-out at both ends: what walking out of range looks like.

        Returns how many links there were.
        """
        links = list(controller.le_connections.values())
        for near in links:
            self._time_out_far_end(near)
            controller.on_le_disconnected(near, TIMED_OUT)
        return len(links)

    def unplug(self, controller: Controller) -> None:
        """Takes the power from a controller: it forgets all and tells its host nothing; its peers see a time-out."""
        for near in list(controller.le_connections.values()):
            self._time_out_far_end(near)
        controller.le_connections.clear()
        controller.pending_le_connection = None
        controller.le_scan_enable = False
        controller.le_legacy_advertiser.stop()

    def _time_out_far_end(self, near: Connection) -> None:
        other = self.find_le_controller(near.peer_address)
        far = other and other.le_connections.get(near.self_address)
        if other and far:
            other.on_le_disconnected(far, TIMED_OUT)


class Controller(BumbleController):
    """An LE-only controller that speaks legacy advertising and scanning."""

    # What a plain Bluetooth 4.2 chip offers: no extended advertising and no privacy offload. The kernel picks its
    # commands by these bits, and which Connection Complete event it waits for (see README.md).
    le_features = (
        hci.LeFeatureMask.LE_ENCRYPTION
        | hci.LeFeatureMask.CONNECTION_PARAMETERS_REQUEST_PROCEDURE
        | hci.LeFeatureMask.EXTENDED_REJECT_INDICATION
        | hci.LeFeatureMask.PERIPHERAL_INITIATED_FEATURE_EXCHANGE
        | hci.LeFeatureMask.LE_PING
        | hci.LeFeatureMask.LE_DATA_PACKET_LENGTH_EXTENSION
    )
    hci_version = hci.HCI_VERSION_BLUETOOTH_CORE_4_2
    lmp_version = hci.HCI_VERSION_BLUETOOTH_CORE_4_2
    le_acl_data_packet_length = 251
    total_num_le_acl_data_packets = 8
    supported_max_tx_octets = 251
    supported_max_rx_octets = 251

    rssi = -60  # how loud this controller is heard, in dBm
    plugged = True  # else nothing passes between it and its host

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._reported: set[tuple] = set()

    def on_hci_reset_command(self, command):
        self.link.unplug(self)
        return super().on_hci_reset_command(command)

    def on_packet(self, packet: bytes) -> None:
        if self.plugged:
            super().on_packet(packet)

    def send_hci_packet(self, packet: hci.HCI_Packet) -> None:
        if self.plugged:
            super().send_hci_packet(packet)

    # -- scanning

    def on_hci_le_set_scan_enable_command(self, command):
        self._reported.clear()  # the duplicate filter starts anew
        return super().on_hci_le_set_scan_enable_command(command)

    def on_advertising_pdu(self, pdu) -> None:
        if self.le_scan_enable:
            sender = self.link.advertiser(pdu.advertiser_address)
            self._report(pdu, EventType.ADV_IND, pdu.data, sender)
            if sender and self.le_scan_type == ACTIVE_SCAN:
                response = sender.le_legacy_advertiser.scan_response_data
                self._report(pdu, EventType.SCAN_RSP, response, sender)

        pending = self.pending_le_connection
        if pending and pending.peer_address == pdu.advertiser_address:
            self.create_le_connection(pdu.advertiser_address)

    def _report(self, pdu, event_type, data: bytes, sender) -> None:
        key = (pdu.advertiser_address, event_type, bytes(data))
        if self.filter_duplicates and key in self._reported:
            return
        self._reported.add(key)
        level = sender.rssi if sender else -60
        report = AdvertisingReport.Report(
            event_type=event_type,
            address_type=pdu.advertiser_address.address_type,
            address=pdu.advertiser_address,
            data=data,
            rssi=max(-127, min(20, level + random.randint(-3, 3))),
        )
        self.send_hci_packet(AdvertisingReport([report]))

    # -- connecting

    def on_hci_le_create_connection_cancel_command(self, command):
        if self.pending_le_connection is None:
            return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.COMMAND_DISALLOWED_ERROR)
        peer = self.pending_le_connection.peer_address
        self.pending_le_connection = None
        # The completion event must follow the command's own answer.
        asyncio.get_running_loop().call_soon(
            self.send_hci_packet,
            hci.HCI_LE_Connection_Complete_Event(
                status=hci.HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR,
                connection_handle=0,
                role=hci.Role.CENTRAL,
                peer_address_type=peer.address_type,
                peer_address=peer,
                connection_interval=0,
                peripheral_latency=0,
                supervision_timeout=0,
                central_clock_accuracy=0,
            ),
        )
        return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.SUCCESS)

    def on_le_connect_ind(self, packet: ll.ConnectInd) -> None:
        advertiser = self.le_legacy_advertiser
        if not advertiser.enabled or advertiser.address != packet.advertiser_address:
            return
        connection = Connection(
            controller=self,
            handle=self.allocate_connection_handle(),
            role=hci.Role.PERIPHERAL,
            self_address=packet.advertiser_address,
            peer_address=packet.initiator_address,
            link=self.link,
            transport=PhysicalTransport.LE,
            link_type=hci.HCI_Connection_Complete_Event.LinkType.ACL,
        )
        self.le_connections[packet.initiator_address] = connection
        advertiser.stop()  # one that can be connected to falls silent once it is
        self.send_hci_packet(
            hci.HCI_LE_Connection_Complete_Event(
                status=hci.HCI_ErrorCode.SUCCESS,
                connection_handle=connection.handle,
                role=connection.role,
                peer_address_type=packet.initiator_address.address_type,
                peer_address=packet.initiator_address,
                connection_interval=packet.interval,
                peripheral_latency=packet.latency,
                supervision_timeout=packet.timeout,
                central_clock_accuracy=0,
            )
        )
