"""pycycling: parsers for trainers and straps."""
from pycycling.battery_service import _parse_battery_level
from pycycling.fitness_machine_service import (
    _parse_supported_power_range,
    _parse_supported_resistance_level_range,
)
from pycycling.ftms_parsers import (
    FitnessMachineStatus,
    parse_all_features,
    parse_control_point_response,
    parse_fitness_machine_status,
    parse_indoor_bike_data,
    parse_training_status,
)
from pycycling.heart_rate_service import _parse_hr_measurement

from . import UNSUPPORTED, Answer, each, number, renamed

BIKE = {
    "instant_speed": ("speed_km_h", 1),
    "average_speed": ("average_speed_km_h", 1),
    "instant_cadence": ("cadence_rpm", 1),
    "average_cadence": ("average_cadence_rpm", 1),
    "total_distance": ("total_distance_m", 1),
    "resistance_level": ("resistance_level", 1),
    "instant_power": ("power_w", 1),
    "average_power": ("average_power_w", 1),
    "total_energy": ("total_energy_kcal", 1),
    "energy_per_hour": ("energy_per_hour_kcal", 1),
    "energy_per_minute": ("energy_per_minute_kcal", 1),
    "heart_rate": ("heart_rate_bpm", 1),
    "metabolic_equivalent": ("metabolic_equivalent", 1),
    "elapsed_time": ("elapsed_time_s", 1),
    "remaining_time": ("remaining_time_s", 1),
}
# Its numbers of the states are its own: the op code of each, and the key of the parameter.
STATES = {
    FitnessMachineStatus.RESET: (0x01, None),
    FitnessMachineStatus.STOPPED_BY_USER: (0x02, None),
    FitnessMachineStatus.PAUSED_BY_USER: (0x02, None),
    FitnessMachineStatus.STOPPED_BY_SAFETY_KEY: (0x03, None),
    FitnessMachineStatus.STARTED_BY_USER: (0x04, None),
    FitnessMachineStatus.NEW_SPEED: (0x05, "target_speed_km_h"),
    FitnessMachineStatus.NEW_INCLINATION: (0x06, "target_inclination_percent"),
    FitnessMachineStatus.NEW_RESISTANCE: (0x07, "target_resistance_level"),
    FitnessMachineStatus.NEW_POWER: (0x08, "target_power_w"),
    FitnessMachineStatus.NEW_HEART_RATE: (0x09, "target_heart_rate_bpm"),
    FitnessMachineStatus.NEW_EXPENDED_ENERGY: (0x0A, "target_energy_kcal"),
    FitnessMachineStatus.NEW_NUMBER_OF_STEPS: (0x0B, "target_step_count"),
    FitnessMachineStatus.NEW_NUMBER_OF_STRIDES: (0x0C, "target_stride_count"),
    FitnessMachineStatus.NEW_DISTANCE: (0x0D, "target_distance_m"),
    FitnessMachineStatus.NEW_TRAINING_TIME: (0x0E, "target_times_s"),
    FitnessMachineStatus.NEW_TWO_HEART_RATE_ZONE_TARGET_TIME: (0x0F, "target_times_s"),
    FitnessMachineStatus.NEW_THREE_HEART_RATE_ZONE_TARGET_TIME: (0x10, "target_times_s"),
    FitnessMachineStatus.NEW_FIVE_HEART_RATE_ZONE_TARGET_TIME: (0x11, "target_times_s"),
    FitnessMachineStatus.NEW_INDOOR_BIKE_SIMULATION_PARAMETERS: (0x12, None),
    FitnessMachineStatus.NEW_WHEEL_CIRCUMFERENCE: (0x13, "wheel_circumference_mm"),
    FitnessMachineStatus.NEW_SPIN_DOWN_STATUS: (0x14, None),
    FitnessMachineStatus.NEW_TARGET_CADENCE: (0x15, "target_cadence_per_minute"),
    FitnessMachineStatus.CONTROL_PERMISSION_LOST: (0xFF, None),
}
SIMULATION = {
    "wind_speed": ("wind_speed_m_s", 1),
    "grade": ("grade_percent", 1),
    "coefficient_of_rolling_resistance": ("rolling_resistance_coefficient", 1),
    "wind_resistance_coefficient": ("wind_resistance_coefficient", 1),
}


def heart_rate(octets: bytes) -> Answer:
    found = _parse_hr_measurement(octets)
    answer = {"heart_rate_bpm": found.bpm, "sensor_contact": "detected" if found.sensor_contact else "not_detected"}
    if found.energy_expended is not None:
        answer["energy_expended_kj"] = found.energy_expended
    if found.rr_interval:
        answer["rr_intervals_ms"] = [number(raw * 1000 / 1024) for raw in found.rr_interval]
    return answer


def bike(octets: bytes) -> Answer:
    return renamed(parse_indoor_bike_data(octets)._asdict(), BIKE)


def machine_features(octets: bytes) -> Answer:
    machine, target = (sum(flag << bit for bit, flag in enumerate(flags)) for flags in parse_all_features(octets))
    return {"features_word": machine, "target_settings_word": target}


def training_status(octets: bytes) -> Answer:
    found = parse_training_status(octets)
    answer = {"training_status_code": found.param and found.param.value, "training_status_text": found.string}
    return {key: value for key, value in answer.items() if value is not None}


def resistance_range(octets: bytes) -> Answer:
    found = _parse_supported_resistance_level_range(octets)
    return {
        "minimum_resistance_level": found.minimum_resistance,
        "maximum_resistance_level": found.maximum_resistance,
        "resistance_level_increment": found.minimum_increment,
    }


def power_range(octets: bytes) -> Answer:
    found = _parse_supported_power_range(octets)
    return {
        "minimum_power_w": found.minimum_power,
        "maximum_power_w": found.maximum_power,
        "power_increment_w": found.minimum_increment,
    }


def control_point(octets: bytes) -> Answer:
    if octets[:1] != b"\x80":  # It builds requests, and reads responses only.
        return UNSUPPORTED
    found = parse_control_point_response(octets)
    return {
        "op_code": 0x80,
        "request_op_code": found.request_code_enum.value,
        "result_code": found.result_code_enum.value,
    }


def machine_status(octets: bytes) -> Answer:
    found = parse_fitness_machine_status(octets)
    if found.status not in STATES:
        return {}
    op_code, key = STATES[found.status]
    answer = {"op_code": op_code}
    if found.status is FitnessMachineStatus.STOPPED_BY_USER:
        answer["stop_or_pause_code"] = 1
    elif found.status is FitnessMachineStatus.PAUSED_BY_USER:
        answer["stop_or_pause_code"] = 2
    elif found.status is FitnessMachineStatus.NEW_SPIN_DOWN_STATUS:
        answer["spin_down_code"] = found.value.value
    elif found.status is FitnessMachineStatus.NEW_INDOOR_BIKE_SIMULATION_PARAMETERS:
        answer |= renamed(found.value._asdict(), SIMULATION)
    elif key == "target_times_s":
        answer[key] = [found.value] if isinstance(found.value, int) else list(found.value)
    elif key:
        answer[key] = number(found.value)
    return answer


DECODERS = {
    "2a19": lambda octets: {"battery_level_percent": _parse_battery_level(octets)},
    "2a37": heart_rate,
    "2acc": machine_features,
    "2ad2": bike,
    "2ad3": training_status,
    "2ad6": resistance_range,
    "2ad8": power_range,
    "2ad9": control_point,
    "2ada": machine_status,
}


def answers(questions):
    return each(questions, DECODERS)
