"""bluetooth-sig: decoders after the GATT Specification Supplement. Of the control point and the status it separates the
op code only."""
from bluetooth_sig.gatt.characteristics.registry import CharacteristicRegistry

from . import Answer, Decoder, each, number, renamed

TAIL = {
    "total_energy": ("total_energy_kcal", 1),
    "energy_per_hour": ("energy_per_hour_kcal", 1),
    "energy_per_minute": ("energy_per_minute_kcal", 1),
    "heart_rate": ("heart_rate_bpm", 1),
    "metabolic_equivalent": ("metabolic_equivalent", 1),
    "elapsed_time": ("elapsed_time_s", 1),
    "remaining_time": ("remaining_time_s", 1),
}
MACHINE = TAIL | {
    "instantaneous_speed": ("speed_km_h", 1),
    "average_speed": ("average_speed_km_h", 1),
    "total_distance": ("total_distance_m", 1),
    "steps_per_minute": ("step_rate_per_minute", 1),
    "average_step_rate": ("average_step_rate_per_minute", 1),
    "stride_count": ("stride_count", 1),
    "step_count": ("step_count", 1),
    "floors": ("floors", 1),
    "positive_elevation_gain": ("positive_elevation_gain_m", 1),
    "negative_elevation_gain": ("negative_elevation_gain_m", 1),
    "inclination": ("inclination_percent", 1),
    "ramp_setting": ("ramp_angle_deg", 1),
    "resistance_level": ("resistance_level", 1),
    "instantaneous_power": ("power_w", 1),
    "average_power": ("average_power_w", 1),
    "instantaneous_cadence": ("cadence_rpm", 1),
    "average_cadence": ("average_cadence_rpm", 1),
    "stroke_rate": ("stroke_rate_per_minute", 1),
    "stroke_count": ("stroke_count", 1),
    "average_stroke_rate": ("average_stroke_rate_per_minute", 1),
    "instantaneous_pace": ("pace_s_per_500_m", 1),
    "average_pace": ("average_pace_s_per_500_m", 1),
}
TREADMILL = MACHINE | {
    "ramp_angle_setting": ("ramp_angle_deg", 1),
    "instantaneous_pace": ("instantaneous_pace_raw", 1),
    "average_pace": ("average_pace_raw", 1),
    "metabolic_equivalent": ("metabolic_equivalent_raw", 10),
    "force_on_belt": ("force_on_belt_n", 1),
    "power_output": ("power_output_w", 1),
}
RUNNING = {
    "instantaneous_speed": ("speed_km_h", 3.6),
    "instantaneous_cadence": ("cadence_per_minute", 1),
    "instantaneous_stride_length": ("stride_length_m", 1),
    "total_distance": ("total_distance_m", 1),
}


def parser(uuid: str) -> Decoder:
    """The library's decoder of the characteristic."""
    return CharacteristicRegistry.get_characteristic_class_by_uuid(uuid)().parse_value


def fields(found: object) -> dict:
    return {name: getattr(found, name) for name in found.__struct_fields__}


def heart_rate(uuid: str) -> Decoder:
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = parse(octets)
        contact = str(found.sensor_contact).replace("not_supported", "unsupported")
        answer = {"heart_rate_bpm": found.heart_rate, "sensor_contact": contact}
        if found.energy_expended is not None:
            answer["energy_expended_kj"] = found.energy_expended
        if found.rr_intervals:
            answer["rr_intervals_ms"] = [number(seconds * 1000) for seconds in found.rr_intervals]
        return answer

    return decode


def running(uuid: str) -> Decoder:
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = parse(octets)
        return renamed(fields(found), RUNNING) | {"gait": "running" if found.is_running else "walking"}

    return decode


def treadmill(uuid: str) -> Decoder:
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = parse(octets)
        answer = renamed(fields(found), TREADMILL)
        if found.flags & 1:
            answer["more_data"] = True
        if not answer.keys().isdisjoint({"instantaneous_pace_raw", "average_pace_raw"}):
            answer["pace_octets"] = 2
        return answer

    return decode


def machine(uuid: str) -> Decoder:
    """A decoder of the data characteristic of another machine than the treadmill."""
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = fields(parse(octets))
        answer = renamed(found, MACHINE)
        backward = found.get("movement_direction_backward")
        return answer if backward is None else answer | {"movement_direction": "backward" if backward else "forward"}

    return decode


def machine_features(uuid: str) -> Decoder:
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = parse(octets)
        return {
            "features_word": int(found.fitness_machine_features),
            "target_settings_word": int(found.target_setting_features),
        }

    return decode


def training_status(uuid: str) -> Decoder:
    parse = parser(uuid)

    def decode(octets: bytes) -> Answer:
        found = parse(octets)
        text = found.training_status_string
        return {"training_status_code": int(found.training_status)} | ({"training_status_text": text} if text else {})

    return decode


def supported_range(uuid: str, quantity: str, unit: str) -> Decoder:
    """A decoder of one of the five ranges."""
    parse = parser(uuid)
    suffix = f"{quantity}_{unit}".rstrip("_")
    increment = f"{quantity}_increment_{unit}".rstrip("_")
    bounds = {edge: (f"{edge}_{suffix}", 1) for edge in ("minimum", "maximum")}
    names = bounds | {"minimum_increment": (increment, 1)}
    return lambda octets: renamed(fields(parse(octets)), names)


def op_codes(uuid: str) -> Decoder:
    parse = parser(uuid)
    names = {"op_code": ("op_code", 1), "response_op_code": ("request_op_code", 1), "result_code": ("result_code", 1)}
    return lambda octets: renamed(fields(parse(octets)), names)


def single(uuid: str, key: str) -> Decoder:
    parse = parser(uuid)
    return lambda octets: {key: int(parse(octets))}


DECODERS = {
    "2a19": single("2a19", "battery_level_percent"),
    "2a37": heart_rate("2a37"),
    "2a38": single("2a38", "location_code"),
    "2a53": running("2a53"),
    "2a5d": single("2a5d", "location_code"),
    "2acc": machine_features("2acc"),
    "2acd": treadmill("2acd"),
    **{uuid: machine(uuid) for uuid in ("2ace", "2acf", "2ad0", "2ad1", "2ad2")},
    "2ad3": training_status("2ad3"),
    "2ad4": supported_range("2ad4", "speed", "km_h"),
    "2ad5": supported_range("2ad5", "inclination", "percent"),
    "2ad6": supported_range("2ad6", "resistance_level", ""),
    "2ad7": supported_range("2ad7", "heart_rate", "bpm"),
    "2ad8": supported_range("2ad8", "power", "w"),
    "2ad9": op_codes("2ad9"),
    "2ada": op_codes("2ada"),
}


def answers(questions):
    return each(questions, DECODERS)
