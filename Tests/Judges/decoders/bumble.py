"""bumble: a Bluetooth stack with profiles; of Steady's characteristics it has those of the Heart Rate Service."""
from bumble.profiles.heart_rate_service import HeartRateService

from . import Answer, each, number

CONTACT = {None: "unsupported", False: "not_detected", True: "detected"}


def heart_rate(octets: bytes) -> Answer:
    found = HeartRateService.HeartRateMeasurement.from_bytes(octets)
    answer = {"heart_rate_bpm": found.heart_rate, "sensor_contact": CONTACT[found.sensor_contact_detected]}
    if found.energy_expended is not None:
        answer["energy_expended_kj"] = found.energy_expended
    if found.rr_intervals:
        answer["rr_intervals_ms"] = [number(seconds * 1000) for seconds in found.rr_intervals]
    return answer


DECODERS = {
    "2a37": heart_rate,
    "2a38": lambda octets: {"location_code": int(HeartRateService.BodySensorLocation(octets[0]))},
}


def answers(questions):
    return each(questions, DECODERS)
