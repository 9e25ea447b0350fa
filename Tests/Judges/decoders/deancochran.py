"""deancochran-ftms: codecs for Fitness Machines. The caller has to name the layout where two have been published; the
one is taken whose length comes out by the library's own account. If neither does, paces are wide where they fit, and
resistance levels are wide."""
from deancochran_ftms import control, features, measurements, ranges, statuses

from . import Answer, Decoder, each, number, renamed

NAMES = {
    "hr_bpm": ("heart_rate_bpm", 1),
    "power_watts": ("power_w", 1),
    "average_power_watts": ("average_power_w", 1),
    "cadence_rpm": ("cadence_rpm", 1),
    "average_cadence_rpm": ("average_cadence_rpm", 1),
    "speed_mps": ("speed_km_h", 3.6),
    "average_speed_mps": ("average_speed_km_h", 3.6),
    "distance_meters": ("total_distance_m", 1),
    "elapsed_time_seconds": ("elapsed_time_s", 1),
    "remaining_time_seconds": ("remaining_time_s", 1),
    "energy_kcal": ("total_energy_kcal", 1),
    "energy_per_hour_kcal": ("energy_per_hour_kcal", 1),
    "energy_per_minute_kcal": ("energy_per_minute_kcal", 1),
    "metabolic_equivalent": ("metabolic_equivalent", 1),
    "step_count": ("step_count", 1),
    "step_rate_spm": ("step_rate_per_minute", 1),
    "average_step_rate_spm": ("average_step_rate_per_minute", 1),
    "stride_count": ("stride_count", 1),
    "floor_count": ("floors", 1),
    "positive_elevation_gain_meters": ("positive_elevation_gain_m", 1),
    "negative_elevation_gain_meters": ("negative_elevation_gain_m", 1),
    "inclination_percent": ("inclination_percent", 1),
    "ramp_angle_degrees": ("ramp_angle_deg", 1),
    "resistance_level": ("resistance_level", 1),
    "instantaneous_pace_seconds_per_500m": ("pace_s_per_500_m", 1),
    "average_pace_seconds_per_500m": ("average_pace_s_per_500_m", 1),
    "force_on_belt_newtons": ("force_on_belt_n", 1),
    "stroke_rate_spm": ("stroke_rate_per_minute", 1),
    "average_stroke_rate_spm": ("average_stroke_rate_per_minute", 1),
    "stroke_count": ("stroke_count", 1),
}
TREADMILL = NAMES | {"power_watts": ("power_output_w", 1), "metabolic_equivalent": ("metabolic_equivalent_raw", 10)}
PACES = {"instantaneousPace": "instantaneous_pace_raw", "averagePace": "average_pace_raw"}

# The operands by the op code of the control point; the status has its own op codes and names the same operands.
OPERANDS = {
    2: {"target_speed_km_h": 100},
    3: {"target_inclination_percent": 10},
    4: {"target_resistance_level": 10},
    5: {"target_power_w": 1},
    6: {"target_heart_rate_bpm": 1},
    8: {"stop_or_pause_code": 1},
    9: {"target_energy_kcal": 1},
    10: {"target_step_count": 1},
    11: {"target_stride_count": 1},
    12: {"target_distance_m": 1},
    17: {
        "wind_speed_m_s": 1000,
        "grade_percent": 100,
        "rolling_resistance_coefficient": 10000,
        "wind_resistance_coefficient": 100,
    },
    18: {"wheel_circumference_mm": 10},
    19: {"spin_down_code": 1},
    20: {"target_cadence_per_minute": 2},
}
TIMES = range(13, 17)


def fitting(uuid: str, octets: bytes) -> measurements.DecodedMeasurement:
    """The reading in the layout that fits."""
    wide, narrow = (
        measurements.decode_measurement(uuid, octets, measurements.MeasurementFormatOptions(*form)).measurement
        for form in (("signed16Tenths", "uint16"), ("uint8Whole", "uint8Legacy"))
    )
    exact = not narrow.diagnostics.truncated and not narrow.diagnostics.trailing_bytes
    return narrow if wide.diagnostics.truncated and (exact or uuid == "2acd") else wide


def treadmill(octets: bytes) -> Answer:
    found = fitting("2acd", octets)
    names = {name: key for name, key in TREADMILL.items() if "pace" not in name}
    answer = renamed({name: getattr(found.metrics, name) for name in names}, names)
    if found.diagnostics.more_data:
        answer["more_data"] = True
    for name, key in PACES.items():  # The normal form has no unit for paces of one octet.
        place = measurements.FIELD_ORDER.index(name)
        if found.raw.present >> place & 1:
            answer[key] = found.raw.values[place]
            answer["pace_octets"] = 2 if found.format.treadmill_pace_format == "uint16" else 1
    return answer


def machine(uuid: str) -> Decoder:
    """A decoder of the data characteristic of another machine than the treadmill."""

    def decode(octets: bytes) -> Answer:
        metrics = fitting(uuid, octets).metrics
        answer = renamed({name: getattr(metrics, name) for name in NAMES}, NAMES)
        return answer | ({"movement_direction": metrics.movement_direction} if metrics.movement_direction else {})

    return decode


def machine_features(octets: bytes) -> Answer:
    found = features.decode_features_raw(octets)
    return {"features_word": found.machine, "target_settings_word": found.target}


def supported_range(kind: str, quantity: str, unit: str) -> Decoder:
    """A decoder of one of the five ranges."""
    suffix = f"{quantity}_{unit}".rstrip("_")
    increment = f"{quantity}_increment_{unit}".rstrip("_")

    def decode(octets: bytes) -> Answer:
        wide = kind == "resistance" and len(octets) != 3
        form = ranges.RangeFormatOptions("signed16Tenths") if wide else None
        found = ranges.decode_supported_range(octets, kind, form)
        bounds = {f"minimum_{suffix}": found.minimum, f"maximum_{suffix}": found.maximum, increment: found.increment}
        return {key: number(value) for key, value in bounds.items()}

    return decode


def training_status(octets: bytes) -> Answer:
    found = statuses.normalize_training_status(statuses.decode_training_status_raw(octets))
    if found["code"] is None:
        return {}
    text = found["details"].get("trainingStatusString")
    return {"training_status_code": found["code"]} | ({"training_status_text": text} if text else {})


def operands(op_code: int, values: tuple[int, ...]) -> Answer:
    if op_code in TIMES:
        return {"target_times_s": list(values)}
    return {key: number(value / divisor) for value, (key, divisor) in zip(values, OPERANDS.get(op_code, {}).items())}


def control_point(octets: bytes) -> Answer:
    if octets[:1] == b"\x80":
        found = control.decode_control_response_raw(octets)
        answer = {"op_code": 0x80, "request_op_code": found.request_opcode, "result_code": found.result_code}
        if found.parameter:
            answer |= {"spin_down_low_speed_km_h": number(found.low / 100)}
            answer |= {"spin_down_high_speed_km_h": number(found.high / 100)}
        return answer
    narrow = octets[:1] == b"\x04" and len(octets) == 2
    form = control.ControlFormatOptions("uint8Tenths" if narrow else "signed16Tenths")
    found = control.decode_control_request_raw(octets, form)
    return {"op_code": found.opcode} | operands(found.opcode, found.operands)


def machine_status(octets: bytes) -> Answer:
    found = statuses.decode_machine_status_raw(octets)
    if found.unknown_opcode and found.truncated:
        return {}
    answer = {"op_code": found.opcode}
    if found.truncated:
        return answer
    if found.parameter:
        return answer | operands(*found.parameter)
    action = {0x02: "stop_or_pause_code", 0x14: "spin_down_code"}.get(found.opcode)
    return answer | ({action: found.action} if action else {})


DECODERS = {
    "2acc": machine_features,
    "2acd": treadmill,
    **{uuid: machine(uuid) for uuid in ("2ace", "2acf", "2ad0", "2ad1", "2ad2")},
    "2ad3": training_status,
    "2ad4": supported_range("speed", "speed", "km_h"),
    "2ad5": supported_range("inclination", "inclination", "percent"),
    "2ad6": supported_range("resistance", "resistance_level", ""),
    "2ad7": supported_range("heartRate", "heart_rate", "bpm"),
    "2ad8": supported_range("power", "power", "w"),
    "2ad9": control_point,
    "2ada": machine_status,
}


def answers(questions):
    return each(questions, DECODERS)
