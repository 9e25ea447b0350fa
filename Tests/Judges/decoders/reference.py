"""Steady's own reading once more, written from the specifications' tables apart from the Swift code: the layouts as
data and a reader for them. It is the measure in compare.py for what the others do, and one more judge."""
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from . import Answer, Decoder, each, number


@dataclass(frozen=True)
class Field:
    """One number on the wire: `kind` is u or s with the bits, `special` the number that means "not available"."""

    key: str
    kind: str
    unit: Fraction = Fraction(1)
    special: int | None = None

    @property
    def octets(self) -> int:
        return int(self.kind[1:]) // 8

    def raw(self, octets: bytes) -> int:
        return int.from_bytes(octets, "little", signed=self.kind[0] == "s")


@dataclass(frozen=True)
class Group:
    """Fields that are there when a flag bit has a value; `bit` None: always."""

    bit: int | None
    fields: tuple[Field, ...]
    when: int = 1

    def present(self, flags: int) -> bool:
        return self.bit is None or flags >> self.bit & 1 == self.when


@dataclass(frozen=True)
class Layout:
    flag_octets: int
    groups: tuple[Group, ...]
    defined_bits: int = 0

    def fields(self, flags: int) -> Iterator[Field]:
        return (field for group in self.groups if group.present(flags) for field in group.fields)

    def length(self, flags: int) -> int:
        return self.flag_octets + sum(field.octets for field in self.fields(flags))


def u8(key: str, unit: Fraction | int = 1, special: int | None = None) -> Field:
    return Field(key, "u8", Fraction(unit), special)


def u16(key: str, unit: Fraction | int = 1, special: int | None = None) -> Field:
    return Field(key, "u16", Fraction(unit), special)


def s16(key: str, unit: Fraction | int = 1, special: int | None = None) -> Field:
    return Field(key, "s16", Fraction(unit), special)


def u24(key: str) -> Field:
    return Field(key, "u24")


HALF, TENTH, HUNDREDTH = Fraction(1, 2), Fraction(1, 10), Fraction(1, 100)
HIGHEST_S16, ALL_16, ALL_8 = 0x7FFF, 0xFFFF, 0xFF

ENERGY = (
    u16("total_energy_kcal", 1, ALL_16),
    u16("energy_per_hour_kcal", 1, ALL_16),
    u8("energy_per_minute_kcal", 1, ALL_8),
)
INCLINATION = (
    s16("inclination_percent", TENTH, HIGHEST_S16),
    s16("ramp_angle_deg", TENTH, HIGHEST_S16),
)
STEP_RATES = ("step_rate_per_minute", "average_step_rate_per_minute")


def tail(first: int) -> tuple[Group, ...]:
    """The five groups that end the data of every machine but the treadmill."""
    groups = (
        ENERGY,
        (u8("heart_rate_bpm", 1, 0),),
        (u8("metabolic_equivalent", TENTH),),
        (u16("elapsed_time_s"),),
        (u16("remaining_time_s"),),
    )
    return tuple(Group(first + index, fields) for index, fields in enumerate(groups))


def ones(*fields: Field, first: int = 1) -> tuple[Group, ...]:
    """A group for each field, in consecutive flag bits."""
    return tuple(Group(first + index, (field,)) for index, field in enumerate(fields))


def treadmill(pace_octets: int) -> Layout:
    pace = u16 if pace_octets == 2 else u8
    groups = (
        Group(0, (u16("speed_km_h", HUNDREDTH),), when=0),
        Group(1, (u16("average_speed_km_h", HUNDREDTH),)),
        Group(2, (u24("total_distance_m"),)),
        Group(3, INCLINATION),
        Group(4, tuple(u16(f"{sign}_elevation_gain_m", TENTH, ALL_16) for sign in ("positive", "negative"))),
        Group(5, (pace("instantaneous_pace_raw"),)),
        Group(6, (pace("average_pace_raw"),)),
        Group(7, ENERGY),
        Group(8, (u8("heart_rate_bpm", 1, 0),)),
        Group(9, (u8("metabolic_equivalent_raw"),)),
        Group(10, (u16("elapsed_time_s"),)),
        Group(11, (u16("remaining_time_s"),)),
        Group(12, (s16("force_on_belt_n", 1, HIGHEST_S16), s16("power_output_w", 1, HIGHEST_S16))),
    )
    return Layout(2, groups, 0x1FFF)


def cross_trainer(resistance_octets: int) -> Layout:
    resistance = s16("resistance_level", TENTH) if resistance_octets == 2 else u8("resistance_level")
    groups = (
        Group(0, (u16("speed_km_h", HUNDREDTH),), when=0),
        Group(1, (u16("average_speed_km_h", HUNDREDTH),)),
        Group(2, (u24("total_distance_m"),)),
        Group(3, tuple(u16(key, 1, ALL_16) for key in STEP_RATES)),
        Group(4, (u16("stride_count", TENTH),)),
        Group(5, tuple(u16(f"{sign}_elevation_gain_m", 1, ALL_16) for sign in ("positive", "negative"))),
        Group(6, INCLINATION),
        Group(7, (resistance,)),
        Group(8, (s16("power_w"),)),
        Group(9, (s16("average_power_w"),)),
        *tail(10),
    )
    return Layout(3, groups, 0xFFFF)


def rower(resistance_octets: int) -> Layout:
    resistance = (s16 if resistance_octets == 2 else u8)("resistance_level")
    groups = (
        Group(0, (u8("stroke_rate_per_minute", HALF), u16("stroke_count")), when=0),
        *ones(
            u8("average_stroke_rate_per_minute", HALF),
            u24("total_distance_m"),
            u16("pace_s_per_500_m"),
            u16("average_pace_s_per_500_m"),
            s16("power_w"),
            s16("average_power_w"),
            resistance,
        ),
        *tail(8),
    )
    return Layout(2, groups, 0x1FFF)


def bike(resistance_octets: int) -> Layout:
    resistance = (s16 if resistance_octets == 2 else u8)("resistance_level")
    groups = (
        Group(0, (u16("speed_km_h", HUNDREDTH),), when=0),
        *ones(
            u16("average_speed_km_h", HUNDREDTH),
            u16("cadence_rpm", HALF),
            u16("average_cadence_rpm", HALF),
            u24("total_distance_m"),
            resistance,
            s16("power_w"),
            s16("average_power_w"),
        ),
        *tail(8),
    )
    return Layout(2, groups, 0x1FFF)


CLIMB = (*(u16(key) for key in STEP_RATES), u16("positive_elevation_gain_m"))
STEP_CLIMBER = Layout(2, (Group(0, (u16("floors"), u16("step_count")), when=0), *ones(*CLIMB), *tail(4)), 0x1FF)
STAIR_CLIMBER = Layout(2, (Group(0, (u16("floors"),), when=0), *ones(*CLIMB, u16("stride_count")), *tail(5)), 0x3FF)
RUNNING = Layout(
    1,
    (
        Group(None, (u16("speed_km_h", Fraction(9, 640)), u8("cadence_per_minute"))),
        Group(0, (u16("stride_length_m", HUNDREDTH),)),
        Group(1, (Field("total_distance_m", "u32", TENTH),)),
    ),
    0x07,
)
HEART_RATE = Layout(
    1,
    (
        Group(0, (u8("heart_rate_bpm", 1, 0),), when=0),
        Group(0, (u16("heart_rate_bpm", 1, 0),)),
        Group(3, (u16("energy_expended_kj"),)),
    ),
    0x1F,
)
# The layouts that flags choose from, the wider one first where two have been published.
LAYOUTS = {
    "2a37": (HEART_RATE,),
    "2a53": (RUNNING,),
    "2acd": (treadmill(2), treadmill(1)),
    "2ace": (cross_trainer(2), cross_trainer(1)),
    "2acf": (STEP_CLIMBER,),
    "2ad0": (STAIR_CLIMBER,),
    "2ad1": (rower(2), rower(1)),
    "2ad2": (bike(2), bike(1)),
}


def bounds(kind: str, unit: Fraction | int, quantity: str, suffix: str = "") -> Layout:
    """A supported range: the lowest and the highest value, and the smallest step, which is unsigned."""
    step = kind.replace("s", "u")
    fields = (
        Field(f"minimum_{quantity}{suffix}", kind, Fraction(unit)),
        Field(f"maximum_{quantity}{suffix}", kind, Fraction(unit)),
        Field(f"{quantity}_increment{suffix}", step, Fraction(unit)),
    )
    return Layout(0, (Group(None, fields),))


RANGES = {
    "2ad4": bounds("u16", HUNDREDTH, "speed", "_km_h"),
    "2ad5": bounds("s16", TENTH, "inclination", "_percent"),
    "2ad6": bounds("s16", TENTH, "resistance_level"),
    "2ad7": bounds("u8", 1, "heart_rate", "_bpm"),
    "2ad8": bounds("s16", 1, "power", "_w"),
}
NARROW_RESISTANCE_RANGE = bounds("u8", 1, "resistance_level")

SIMULATION = (
    s16("wind_speed_m_s", Fraction(1, 1000)),
    s16("grade_percent", HUNDREDTH),
    u8("rolling_resistance_coefficient", Fraction(1, 10000)),
    u8("wind_resistance_coefficient", HUNDREDTH),
)
TARGETS = {
    "speed": (u16("target_speed_km_h", HUNDREDTH),),
    "inclination": (s16("target_inclination_percent", TENTH),),
    "resistance": (s16("target_resistance_level", TENTH),),
    "power": (s16("target_power_w"),),
    "heart rate": (u8("target_heart_rate_bpm"),),
    "energy": (u16("target_energy_kcal"),),
    "steps": (u16("target_step_count"),),
    "strides": (u16("target_stride_count"),),
    "distance": (u24("target_distance_m"),),
}
NARROW_RESISTANCE = (u8("target_resistance_level", TENTH),)
CIRCUMFERENCE = (u16("wheel_circumference_mm", TENTH),)
SPIN_DOWN = (u8("spin_down_code"),)
CADENCE = (u16("target_cadence_per_minute", HALF),)
STOP = (u8("stop_or_pause_code"),)
REQUESTS = {
    **dict(zip((0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0A, 0x0B, 0x0C), TARGETS.values())),
    0x08: STOP,
    0x11: SIMULATION,
    0x12: CIRCUMFERENCE,
    0x13: SPIN_DOWN,
    0x14: CADENCE,
    0x80: (u8("request_op_code"), u8("result_code")),
}
EVENTS = {
    **dict(zip((0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D), TARGETS.values())),
    0x02: STOP,
    0x12: SIMULATION,
    0x13: CIRCUMFERENCE,
    0x14: SPIN_DOWN,
    0x15: CADENCE,
}
REQUEST_TIMES = {0x0D: 1, 0x0E: 2, 0x0F: 3, 0x10: 5}
EVENT_TIMES = {0x0E: 1, 0x0F: 2, 0x10: 3, 0x11: 5}
SPIN_DOWN_SPEEDS = tuple(u16(f"spin_down_{name}_speed_km_h", HUNDREDTH) for name in ("low", "high"))
NO_PARAMETER = {"2ad9": {0x00, 0x01, 0x07}, "2ada": {0x01, 0x03, 0x04, 0xFF}}


class Refusal(Exception):
    """The value is empty or ends inside its flags."""


@dataclass
class Reading:
    """What was read, and how far: compare.py asks for the rest."""

    answer: Answer
    fields: list[Field]
    read: int
    length: int

    @property
    def truncated(self) -> bool:
        return self.read < len(self.fields)


def flags_of(octets: bytes, count: int) -> int:
    if len(octets) < max(count, 1):
        raise Refusal
    return int.from_bytes(octets[:count], "little")


def read(fields: list[Field], octets: bytes, start: int) -> Reading:
    """The fields one behind the other, up to the first that does not fit."""
    answer, offset = {}, start
    for index, field in enumerate(fields):
        end = offset + field.octets
        if end > len(octets):
            return Reading(answer, fields, index, len(octets))
        raw = field.raw(octets[offset:end])
        if raw != field.special:
            answer[field.key] = number(float(raw * field.unit))
        offset = end
    return Reading(answer, fields, len(fields), offset)


def layout_of(uuid: str, octets: bytes) -> Layout:
    """The one whose length comes out; failing both, paces are wide if they fit and resistance levels are wide."""
    layouts = LAYOUTS[uuid]
    flags = flags_of(octets, layouts[0].flag_octets)
    wide, narrow = layouts[0].length(flags), layouts[-1].length(flags)
    if uuid != "2acd":
        return layouts[-1] if len(octets) == narrow < wide else layouts[0]
    steps = {0, 3} if flags >> 13 & 1 else {0}
    for extra in sorted(steps):
        if len(octets) == wide + extra:
            return layouts[0]
        if len(octets) == narrow + extra:
            return layouts[1]
    return layouts[0] if len(octets) > wide else layouts[1]


def reading(uuid: str, octets: bytes) -> Reading:
    """The fields of a value with flags, or of a range."""
    if uuid in RANGES:
        flags_of(octets, 0)
        layout = NARROW_RESISTANCE_RANGE if uuid == "2ad6" and len(octets) == 3 else RANGES[uuid]
        return read(list(layout.fields(0)), octets, 0)
    if uuid in ("2ad9", "2ada"):
        return coded(uuid, octets)
    layout = layout_of(uuid, octets)
    flags = flags_of(octets, layout.flag_octets)
    return read(list(layout.fields(flags)), octets, layout.flag_octets)


def coded(uuid: str, octets: bytes) -> Reading:
    """An op code with its parameters."""
    op_code = flags_of(octets, 1)
    parameters, times = (REQUESTS, REQUEST_TIMES) if uuid == "2ad9" else (EVENTS, EVENT_TIMES)
    fields = list(parameters.get(op_code, ()))
    if op_code in times:
        fields = [u16(str(index)) for index in range(times[op_code])]
    elif fields == list(TARGETS["resistance"]) and len(octets) == 2:
        fields = list(NARROW_RESISTANCE)
    elif uuid == "2ad9" and octets[:3] == b"\x80\x13\x01" and len(octets) >= 7:
        fields += SPIN_DOWN_SPEEDS
    found = read(fields, octets, 1)
    if op_code in times:
        found.answer = {"target_times_s": list(found.answer.values())} if found.answer else {}
    found.answer = {"op_code": op_code} | found.answer
    return found


def heart_rate(octets: bytes) -> Answer:
    found = reading("2a37", octets)
    flags = octets[0]
    contact = ("detected" if flags & 2 else "not_detected") if flags & 4 else "unsupported"
    answer = found.answer | {"sensor_contact": contact}
    if flags & 0x10 and not found.truncated:
        area = octets[found.length :]
        intervals = [int.from_bytes(area[at : at + 2], "little") for at in range(0, len(area) - 1, 2)]
        if intervals:
            answer["rr_intervals_ms"] = [number(raw * 1000 / 1024) for raw in intervals]
    return answer


def running(octets: bytes) -> Answer:
    return reading("2a53", octets).answer | {"gait": "running" if octets[0] & 4 else "walking"}


def treadmill_data(octets: bytes) -> Answer:
    found = reading("2acd", octets)
    answer = found.answer
    flags = flags_of(octets, 2)
    paces = [field for field in found.fields if field.key.endswith("pace_raw")]
    if paces:
        answer["pace_octets"] = paces[0].octets
    if flags & 1:
        answer["more_data"] = True
    left = octets[found.length :]
    if flags >> 13 & 1 and not found.truncated and len(left) in (2, 3):
        answer["step_count"] = int.from_bytes(left, "little")
    return answer


def cross_trainer_data(octets: bytes) -> Answer:
    direction = "backward" if flags_of(octets, 3) >> 15 & 1 else "forward"
    return reading("2ace", octets).answer | {"movement_direction": direction}


def machine_features(octets: bytes) -> Answer:
    flags_of(octets, 1)
    return read([Field("features_word", "u32"), Field("target_settings_word", "u32")], octets, 0).answer


def training_status(octets: bytes) -> Answer:
    flags = flags_of(octets, 1)
    answer = {"training_status_code": octets[1]} if len(octets) > 1 else {}
    text = octets[2:].decode(errors="replace")
    return answer | ({"training_status_text": text} if flags & 1 and text else {})


def battery_level(octets: bytes) -> Answer:
    level = flags_of(octets, 1)
    return {"battery_level_percent": level} if level <= 100 else {}


def location(octets: bytes) -> Answer:
    return {"location_code": flags_of(octets, 1)}


def plain(uuid: str) -> Decoder:
    return lambda octets: reading(uuid, octets).answer


DECODERS = {
    "2a19": battery_level,
    "2a37": heart_rate,
    "2a38": location,
    "2a53": running,
    "2a5d": location,
    "2acc": machine_features,
    "2acd": treadmill_data,
    "2ace": cross_trainer_data,
    **{uuid: plain(uuid) for uuid in ("2acf", "2ad0", "2ad1", "2ad2", *RANGES, "2ad9", "2ada")},
    "2ad3": training_status,
}


def answers(questions):
    return each(questions, DECODERS)
