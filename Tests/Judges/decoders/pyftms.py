"""pyftms: the models of a client for Fitness Machines. Its readers of 2acc and of the ranges want a connection, so they
get one that gives the value at hand."""
import importlib.util
import sys
import types
import typing
from pathlib import Path

from . import Answer, Decoder, each, number, renamed


def without_its_client() -> None:
    """Makes the models importable in Python 3.11, for which pip chooses this version although its client has syntax of
    3.12: the packages on the way are there without what their own `__init__.py` would import."""
    if not hasattr(typing, "override"):
        typing.override = lambda method: method
    folder = Path(importlib.util.find_spec("pyftms").submodule_search_locations[0])
    for place in (".", "client", "client/properties"):
        name = ".".join(("pyftms", *Path(place).parts))
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = [str(folder / place)]


without_its_client()
from pyftms.client.properties import features  # noqa: E402

sys.modules["pyftms.client.properties"].MovementDirection = features.MovementDirection
from pyftms import models  # noqa: E402
from pyftms.serializer import get_serializer  # noqa: E402

TAIL = {
    "energy_total": ("total_energy_kcal", 1),
    "energy_per_hour": ("energy_per_hour_kcal", 1),
    "energy_per_minute": ("energy_per_minute_kcal", 1),
    "heart_rate": ("heart_rate_bpm", 1),
    "metabolic_equivalent": ("metabolic_equivalent", 1),
    "time_elapsed": ("elapsed_time_s", 1),
    "time_remaining": ("remaining_time_s", 1),
}
SHARED = TAIL | {
    "speed_instant": ("speed_km_h", 1),
    "speed_average": ("average_speed_km_h", 1),
    "distance_total": ("total_distance_m", 1),
    "inclination": ("inclination_percent", 1),
    "ramp_angle": ("ramp_angle_deg", 1),
    "elevation_gain_positive": ("positive_elevation_gain_m", 1),
    "elevation_gain_negative": ("negative_elevation_gain_m", 1),
    "resistance_level": ("resistance_level", 1),
    "power_instant": ("power_w", 1),
    "power_average": ("average_power_w", 1),
}
TREADMILL = SHARED | {
    "pace_instant": ("instantaneous_pace_raw", 10),
    "pace_average": ("average_pace_raw", 10),
    "metabolic_equivalent": ("metabolic_equivalent_raw", 10),
    "force_on_belt": ("force_on_belt_n", 1),
    "power_output": ("power_output_w", 1),
}
CROSS_TRAINER = SHARED | {
    "step_rate_instant": ("step_rate_per_minute", 1),
    "step_rate_average": ("average_step_rate_per_minute", 1),
    "stride_count": ("stride_count", 1),
}
ROWER = SHARED | {
    "stroke_rate_instant": ("stroke_rate_per_minute", 1),
    "stroke_count": ("stroke_count", 1),
    "stroke_rate_average": ("average_stroke_rate_per_minute", 1),
    "split_time_instant": ("pace_s_per_500_m", 1),
    "split_time_average": ("average_pace_s_per_500_m", 1),
}
BIKE = SHARED | {"cadence_instant": ("cadence_rpm", 1), "cadence_average": ("average_cadence_rpm", 1)}
TARGETS = {
    "code": ("op_code", 1),
    "stop_pause": ("stop_or_pause_code", 1),
    "target_speed": ("target_speed_km_h", 1),
    "target_inclination": ("target_inclination_percent", 1),
    "target_resistance": ("target_resistance_level", 1),
    "target_power": ("target_power_w", 1),
    "target_heart_rate": ("target_heart_rate_bpm", 1),
    "target_energy": ("target_energy_kcal", 1),
    "target_steps": ("target_step_count", 1),
    "target_strides": ("target_stride_count", 1),
    "target_distance": ("target_distance_m", 1),
    "wind_speed": ("wind_speed_m_s", 1),
    "grade": ("grade_percent", 1),
    "rolling_resistance": ("rolling_resistance_coefficient", 1),
    "wind_resistance": ("wind_resistance_coefficient", 1),
    "wheel_circumference": ("wheel_circumference_mm", 1),
    "spin_down": ("spin_down_code", 1),
    "spin_down_status": ("spin_down_code", 1),
    "target_cadence": ("target_cadence_per_minute", 1),
}


def data(model: type, names: dict) -> Decoder:
    """A decoder of a machine's data characteristic."""
    serializer = get_serializer(model)
    return lambda octets: renamed(serializer.deserialize(octets)._asdict(), names)


def treadmill(octets: bytes) -> Answer:
    answer = data(models.TreadmillData, TREADMILL)(octets)
    if not answer.keys().isdisjoint({"instantaneous_pace_raw", "average_pace_raw"}):
        answer["pace_octets"] = 1
    return answer


def cross_trainer(octets: bytes) -> Answer:
    found = get_serializer(models.CrossTrainerData).deserialize(octets)
    return renamed(found._asdict(), CROSS_TRAINER) | {"movement_direction": found.movement_direction.name.lower()}


def training_status(octets: bytes) -> Answer:
    return {"training_status_code": int(get_serializer(models.TrainingStatusModel).deserialize(octets).code)}


def targets(model: type) -> Decoder:
    """A decoder of op codes with their parameters."""
    serializer = get_serializer(model)

    def decode(octets: bytes) -> Answer:
        found = serializer.deserialize(octets)._asdict()
        answer = renamed(found, TARGETS)
        times = next((list(found[name]) for name in found if name.startswith("target_time")), None)
        return answer if times is None else answer | {"target_times_s": times}

    return decode


def control_point(octets: bytes) -> Answer:
    if octets[:1] != b"\x80":
        return targets(models.ControlModel)(octets)
    found = get_serializer(models.ControlIndicateModel).deserialize(octets)
    return {"op_code": 0x80, "request_op_code": int(found.request_code), "result_code": int(found.result_code)}


class Connection:
    """Answers every read with the same value."""

    def __init__(self, octets: bytes):
        self.octets = octets

    async def read_gatt_char(self, _: str) -> bytes:
        return self.octets


def finished(coroutine):
    """The result of a coroutine that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def machine_features(octets: bytes) -> Answer:
    found = finished(features.read_features(Connection(octets)))
    return {"features_word": int(found[0]), "target_settings_word": int(found[1])}


def supported_range(setting: features.MachineSettings, quantity: str, unit: str) -> Decoder:
    """A decoder of one of the five ranges."""
    keys = [f"{edge}_{quantity}_{unit}".rstrip("_") for edge in ("minimum", "maximum")]
    keys.append(f"{quantity}_increment_{unit}".rstrip("_"))

    def decode(octets: bytes) -> Answer:
        (found,) = finished(features.read_supported_ranges(Connection(octets), setting)).values()
        return {key: number(value) for key, value in zip(keys, found) if value is not None}

    return decode


DECODERS = {
    "2acc": machine_features,
    "2acd": treadmill,
    "2ace": cross_trainer,
    "2ad1": data(models.RowerData, ROWER),
    "2ad2": data(models.IndoorBikeData, BIKE),
    "2ad3": training_status,
    "2ad4": supported_range(features.MachineSettings.SPEED, "speed", "km_h"),
    "2ad5": supported_range(features.MachineSettings.INCLINE, "inclination", "percent"),
    "2ad6": supported_range(features.MachineSettings.RESISTANCE, "resistance_level", ""),
    "2ad7": supported_range(features.MachineSettings.HEART_RATE, "heart_rate", "bpm"),
    "2ad8": supported_range(features.MachineSettings.POWER, "power", "w"),
    "2ad9": control_point,
    "2ada": targets(models.MachineStatusModel),
}


def answers(questions):
    return each(questions, DECODERS)
