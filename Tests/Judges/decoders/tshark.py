"""Wireshark's tshark: reads the values from a capture in which a client finds the characteristics and then gets each
value in a notification, or as the answer to a read where the characteristic is one to be read."""
import struct
import subprocess
import tempfile
from collections.abc import Iterable, Iterator

from . import UNSUPPORTED, Answer, number

READ = {"2a19", "2a38", "2a5d", "2acc", "2ad4", "2ad5", "2ad6", "2ad7", "2ad8"}
NOTIFIED = {"2a37", "2a53", "2ad3", "2ada"}
DECODED = sorted(READ | NOTIFIED)
HANDLES = {uuid: 3 + 2 * index for index, uuid in enumerate(DECODED)}

# Its fields: Steady's key and the divisor to Steady's unit.
NUMBERS = {
    "battery_level": ("battery_level_percent", 1),
    "body_sensor_location": ("location_code", 1),
    "sensor_location": ("location_code", 1),
    "heart_rate_measurement.value.8": ("heart_rate_bpm", 1),
    "heart_rate_measurement.value.16": ("heart_rate_bpm", 1),
    "heart_rate_measurement.energy_expended": ("energy_expended_kj", 1),
    "rsc_measurement.instantaneous_speed": ("speed_km_h", 640 / 9),
    "rsc_measurement.instantaneous_cadence": ("cadence_per_minute", 1),
    "rsc_measurement.instantaneous_stride_length": ("stride_length_m", 100),
    "rsc_measurement.total_distance": ("total_distance_m", 10),
    "fitness_machine_features": ("features_word", 1),
    "target_setting_features": ("target_settings_word", 1),
    "training_status.status": ("training_status_code", 1),
    "supported_speed_range.minimum_speed": ("minimum_speed_km_h", 100),
    "supported_speed_range.maximum_speed": ("maximum_speed_km_h", 100),
    "supported_speed_range.minimum_increment": ("speed_increment_km_h", 100),
    "supported_inclination_range.minimum_inclination": ("minimum_inclination_percent", 10),
    "supported_inclination_range.maximum_inclination": ("maximum_inclination_percent", 10),
    "supported_inclination_range.minimum_increment": ("inclination_increment_percent", 10),
    "supported_resistance_level_range.minimum_resistance_level": ("minimum_resistance_level", 10),
    "supported_resistance_level_range.maximum_resistance_level": ("maximum_resistance_level", 10),
    "supported_resistance_level_range.minimum_increment": ("resistance_level_increment", 10),
    "supported_heart_rate_range.minimum_heart_rate": ("minimum_heart_rate_bpm", 1),
    "supported_heart_rate_range.maximum_heart_rate": ("maximum_heart_rate_bpm", 1),
    "supported_heart_rate_range.minimum_increment": ("heart_rate_increment_bpm", 1),
    "supported_power_range.minimum_power": ("minimum_power_w", 1),
    "supported_power_range.maximum_power": ("maximum_power_w", 1),
    "supported_power_range.minimum_increment": ("power_increment_w", 1),
    "fitness_machine_status.opcode": ("op_code", 1),
    "fitness_machine.control_information": ("stop_or_pause_code", 1),
    "fitness_machine.spin_down_status": ("spin_down_code", 1),
    "fitness_machine.speed": ("target_speed_km_h", 100),
    "fitness_machine.inclination": ("target_inclination_percent", 10),
    "fitness_machine.resistance_level": ("target_resistance_level", 10),
    "fitness_machine.power": ("target_power_w", 1),
    "fitness_machine.heart_rate": ("target_heart_rate_bpm", 1),
    "fitness_machine.expended_energy": ("target_energy_kcal", 1),
    "fitness_machine.number_of_steps": ("target_step_count", 1),
    "fitness_machine.number_of_strides": ("target_stride_count", 1),
    "fitness_machine.distance": ("target_distance_m", 1),
    "fitness_machine.wind_speed": ("wind_speed_m_s", 1000),
    "fitness_machine.grade": ("grade_percent", 100),
    "fitness_machine.coefficient_of_rolling_resistance": ("rolling_resistance_coefficient", 10000),
    "fitness_machine.wind_resistance_coefficient": ("wind_resistance_coefficient", 100),
    "fitness_machine.wheel_circumference": ("wheel_circumference_mm", 10),
    "fitness_machine.cadence": ("target_cadence_per_minute", 2),
}
TIMES = [
    "fitness_machine.training_time",
    *(
        f"fitness_machine.targeted_time_in_{zone}_zone"
        for zone in ("fat_burn", "fitness", "very_light", "light", "moderate", "hard", "maximum")
    ),
]
CONTACT = "heart_rate_measurement.flags.sensor_contact_status"
OTHERS = [
    f"{CONTACT}.support",
    f"{CONTACT}.contact",
    "heart_rate_measurement.rr_interval",
    "rsc_measurement.flags.type_of_movement",
    "training_status.status_string",
]
FIELDS = [*NUMBERS, *TIMES, *OTHERS]


class Capture:
    """A btsnoop file of HCI packets with their H4 octet (datalink 1002) between a client and one device."""

    CONNECTION = 0x0040

    def __init__(self):
        self.packets: list[tuple[int, bytes]] = []

    def connect(self) -> None:
        address = bytes(range(1, 7))
        complete = struct.pack("<BBHBB6sHHHB", 1, 0, self.CONNECTION, 0, 0, address, 24, 0, 72, 0)
        self.packets.append((3, bytes([4, 0x3E, len(complete)]) + complete))

    def attribute(self, pdu: bytes, received: bool) -> None:
        channel = struct.pack("<HH", len(pdu), 4) + pdu
        boundary = 0x2000 if received else 0
        header = struct.pack("<BHH", 2, self.CONNECTION | boundary, len(channel))
        self.packets.append((int(received), header + channel))

    def find(self, uuid: str, handle: int) -> None:
        """The client asks for the characteristics from a handle on, the device names this one."""
        self.attribute(struct.pack("<BHHH", 0x08, handle - 1, 0xFFFF, 0x2803), received=False)
        declaration = struct.pack("<HBHH", handle - 1, 0x12, handle, int(uuid, 16))
        self.attribute(b"\x09\x07" + declaration, received=True)

    def value(self, uuid: str, octets: bytes) -> None:
        """The device sends a value; it is in the last packet."""
        if uuid in READ:
            self.attribute(struct.pack("<BH", 0x0A, HANDLES[uuid]), received=False)
            self.attribute(b"\x0b" + octets, received=True)
        else:
            self.attribute(struct.pack("<BH", 0x1B, HANDLES[uuid]) + octets, received=True)

    def write(self, file) -> None:
        file.write(b"btsnoop\0" + struct.pack(">II", 1, 1002))
        start = 0x00E1_0000_0000_0000
        for index, (flags, packet) in enumerate(self.packets):
            file.write(struct.pack(">IIIIq", len(packet), len(packet), flags, 0, start + 1000 * index) + packet)
        file.flush()


def dissected(capture: Capture) -> Iterator[tuple[int, dict[str, str]]]:
    """The number of each packet with a value, and the fields that were found there."""
    with tempfile.NamedTemporaryFile(suffix=".btsnoop") as file:
        capture.write(file)
        command = ["tshark", "-n", "-r", file.name, "-Y", "btatt.opcode==0x1b || btatt.opcode==0x0b"]
        command += ["-T", "fields", "-E", "separator=/t", "-e", "frame.number"]
        command += [argument for field in FIELDS for argument in ("-e", f"btatt.{field}")]
        output = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    for line in output.removesuffix("\n").split("\n") if output else ():
        packet, *found = line.split("\t")
        yield int(packet), {field: text for field, text in zip(FIELDS, found, strict=True) if text}


def answer(found: dict[str, str]) -> Answer:
    result = {
        key: number(int(found[field], 0) / divisor) for field, (key, divisor) in NUMBERS.items() if field in found
    }
    times = [int(found[field]) for field in TIMES if field in found]
    if times:
        result["target_times_s"] = times
    if f"{CONTACT}.support" in found:
        supported, detected = (found[f"{CONTACT}.{name}"] == "1" for name in ("support", "contact"))
        result["sensor_contact"] = ("detected" if detected else "not_detected") if supported else "unsupported"
    if intervals := found.get("heart_rate_measurement.rr_interval"):
        result["rr_intervals_ms"] = [number(int(raw) * 1000 / 1024) for raw in intervals.split(",")]
    if movement := found.get("rsc_measurement.flags.type_of_movement"):
        result["gait"] = "running" if int(movement, 0) else "walking"
    if text := found.get("training_status.status_string"):
        result["training_status_text"] = text
    # Where a value ends early it stops there and marks the packet; what came before stands.
    return result or {"error": "Malformed"}


def answers(questions: Iterable[tuple[str, bytes]]) -> Iterator[Answer]:
    capture = Capture()
    capture.connect()
    for uuid, handle in HANDLES.items():
        capture.find(uuid, handle)
    packets = []
    for uuid, octets in questions:
        if uuid in HANDLES:
            capture.value(uuid, octets)
        packets.append(len(capture.packets) if uuid in HANDLES else None)
    found = dict(dissected(capture))
    for packet in packets:
        yield UNSUPPORTED if packet is None else answer(found.get(packet, {}))
