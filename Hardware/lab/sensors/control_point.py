"""The treadmill's control point (2AD9), and the ways in which it can behave badly."""

from __future__ import annotations

import asyncio
import logging
import struct

from bumble import att, hci

from sensor import OrderError, octets

CONTROL_POINT = 0x2AD9

# ATT errors that profiles share (Core Specification Supplement, part B).
CCCD_IMPROPERLY_CONFIGURED = 0xFD
PROCEDURE_IN_PROGRESS = 0xFE

REQUEST_CONTROL, RESET, SET_SPEED, SET_INCLINE = 0x00, 0x01, 0x02, 0x03
START_OR_RESUME, STOP_OR_PAUSE, RESPONSE = 0x07, 0x08, 0x80
KNOWN = (RESET, SET_SPEED, SET_INCLINE, START_OR_RESUME, STOP_OR_PAUSE)
SUCCESS, NOT_SUPPORTED, INVALID_PARAMETER, FAILED, NOT_PERMITTED = range(1, 6)

log = logging.getLogger("lab")


class ControlPoint:
    def __init__(self, treadmill):
        self.treadmill = treadmill
        self.mode = "ok"
        self.delay = 0.0  # seconds before the answer
        self.answer = b""  # what mode "wrong" answers
        self.error = 0  # the ATT error of mode "refuse"
        self.forget_link()

    def forget_link(self) -> None:
        self.owner = None  # the link that holds control
        self._busy = False

    def order(self, words: list[str]) -> None:
        self.delay = 0.0
        match words:
            case [("ok" | "silent" | "fail" | "hang" | "unconfirmed") as mode]:
                self.mode = mode
            case ["slow", seconds]:
                self.mode, self.delay = "ok", float(seconds)
            case ["wrong", *value]:
                self.mode, self.answer = "wrong", octets(value)
            case ["refuse", error]:
                self.mode, self.error = "refuse", int(error, 16)
            case _:
                raise OrderError("cp ok | slow SECONDS | silent | fail | wrong HEX | refuse ERROR | hang | unconfirmed")

    async def write(self, connection, value: bytes) -> None:
        server = self.treadmill.server
        characteristic = self.treadmill.characteristics[CONTROL_POINT]
        self.treadmill._note("write", characteristic, hex=value.hex())
        if self.mode == "hang":  # not even the write is answered
            await asyncio.sleep(3600)
        if self.mode == "refuse":
            raise att.ATT_Error(self.error)
        if not server.read_cccd(connection, characteristic)[0] & 0x02:
            raise att.ATT_Error(CCCD_IMPROPERLY_CONFIGURED)
        if self._busy:
            raise att.ATT_Error(PROCEDURE_IN_PROGRESS)
        if not value:
            raise att.ATT_Error(att.ErrorCode.INVALID_ATTRIBUTE_LENGTH)
        self._busy = True
        # The write is answered first; the indication follows on its own.
        asyncio.create_task(self._answer(connection, value))

    async def _answer(self, connection, value: bytes) -> None:
        try:
            await asyncio.sleep(self.delay)
            match self.mode:
                case "silent":
                    return
                case "wrong":
                    answer = self.answer
                case "fail":
                    answer = bytes([RESPONSE, value[0], FAILED])
                case _:
                    answer = bytes([RESPONSE, value[0], await self._execute(connection, value)])
            log.info("treadmill: control point %s -> %s", value.hex(), answer.hex())
            self._busy = self.mode == "unconfirmed"  # else the next may be written once the answer is on its way
            await self.treadmill.server.indicate_subscriber(
                connection, self.treadmill.characteristics[CONTROL_POINT], answer
            )
            if self.mode == "unconfirmed":
                # To this sensor the confirmation never came: after ATT's time-out it gives the link up.
                await asyncio.sleep(30)
                await connection.disconnect(hci.HCI_ErrorCode.REMOTE_USER_TERMINATED_CONNECTION_ERROR)
        except Exception as error:  # the link went down in between
            log.warning("treadmill: control point: %s", error)
        finally:
            self._busy = False

    async def _execute(self, connection, value: bytes) -> int:
        belt = self.treadmill
        opcode, parameter = value[0], value[1:]
        if opcode == REQUEST_CONTROL:
            if parameter:
                return INVALID_PARAMETER
            self.owner = connection
            return SUCCESS
        if opcode not in KNOWN:
            return NOT_SUPPORTED
        if self.owner is not connection:
            return NOT_PERMITTED
        match opcode:
            case 0x01:  # reset: back to the start, and control is given up
                await belt.reset()
                self.owner = None
            case 0x02:
                speed = struct.unpack("<H", parameter)[0] / 100 if len(parameter) == 2 else -1
                if not belt.SPEED[0] <= speed <= belt.SPEED[1]:
                    return INVALID_PARAMETER
                await belt.set_speed(speed)
            case 0x03:
                if len(parameter) != 2:
                    return INVALID_PARAMETER
                incline = struct.unpack("<h", parameter)[0] / 10
                if not belt.INCLINE[0] <= incline <= belt.INCLINE[1]:
                    return INVALID_PARAMETER
                await belt.set_incline(incline)
            case 0x07:
                await belt.go()
            case 0x08:
                if parameter not in (b"\x01", b"\x02"):
                    return INVALID_PARAMETER
                await belt.halt(parameter[0])
        return SUCCESS
