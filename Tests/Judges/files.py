#!/usr/bin/env python3
"""Lets Garmin's decoder, fitdecode and fitparse read the FIT files that Steady exports, and compares with its log.

    files.py PROGRAM CAPTURE…

Each capture, and a made-up TCX file with laps and cadence, is imported into a log of its own and exported again. Every
record, lap and total that a judge reads has to be that of `steady show --json --samples`; the elements of the TCX export
have to stand in the order of its schema. Then octets of each FIT file are changed, and every judge has to object.
Ends with 1 where one disagrees, or fails to object.
"""
import datetime
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from typing import Any, Callable

import fitdecode
import fitparse
import garmin_fit_sdk

Message = tuple[str, dict[str, Any]]
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def of_garmin(path: str) -> list[Message]:
    if not garmin_fit_sdk.Decoder(garmin_fit_sdk.Stream.from_file(path)).check_integrity():
        raise ValueError("check_integrity")
    found: list[Message] = []
    names = garmin_fit_sdk.Profile["types"]["mesg_num"]

    def listen(number: int, message: dict[str, Any]) -> None:
        found.append((names.get(number, str(number)), dict(message)))

    decoder = garmin_fit_sdk.Decoder(garmin_fit_sdk.Stream.from_file(path))
    _, errors = decoder.read(mesg_listener=listen)
    if errors:
        raise ValueError(str(errors))
    return found


def of_fitdecode(path: str) -> list[Message]:
    with fitdecode.FitReader(
        path, check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    ) as reader:
        return [
            (frame.name, {field.name: field.value for field in frame.fields})
            for frame in reader
            if isinstance(frame, fitdecode.FitDataMessage)
        ]


def of_fitparse(path: str) -> list[Message]:
    with fitparse.FitFile(path, check_crc=True) as file:
        return [(message.name, message.get_values()) for message in file.get_messages()]


JUDGES: dict[str, Callable[[str], list[Message]]] = {
    "garmin-fit-sdk": of_garmin,
    "fitdecode": of_fitdecode,
    "fitparse": of_fitparse,
}


def seconds(time: Any) -> int:
    """Since 1970; fitparse leaves out that it means UTC."""
    if time.tzinfo is None:
        time = time.replace(tzinfo=datetime.timezone.utc)
    return round((time - EPOCH).total_seconds())


def nearest(value: float | None, factor: float) -> int | None:
    """The nearest whole number of a value times a factor, halves upwards; None of None."""
    return None if value is None else math.floor(value * factor + 0.5)


def told(messages: list[Message]) -> dict[str, Any]:
    """What a judge has read, in whole numbers."""
    records: list[dict[str, Any]] = []
    laps, pauses, stopped = [], [], None
    run: dict[str, Any] = {}
    last_event = 0
    for name, fields in messages:
        if name == "record":
            cadence = fields.get("cadence")
            records.append(
                {
                    "time": seconds(fields["timestamp"]),
                    "bpm": fields.get("heart_rate"),
                    "mm_s": nearest(fields.get("enhanced_speed"), 1000),
                    "cm": nearest(fields.get("distance"), 100),
                    "grade": nearest(fields.get("grade"), 100),
                    "steps": None if cadence is None else round(2 * (cadence + fields.get("fractional_cadence", 0))),
                    "rr": [],
                }
            )
        elif name == "hrv":
            records[-1]["rr"] += [nearest(time, 1000) for time in fields["time"] if time is not None]
        elif name == "lap":
            laps.append(
                {
                    "start": seconds(fields["start_time"]),
                    "elapsed": nearest(fields["total_elapsed_time"], 1000),
                    "cm": nearest(fields.get("total_distance"), 100),
                    "bpm": fields.get("avg_heart_rate"),
                }
            )
        elif name == "session":
            run |= {
                "start": seconds(fields["start_time"]),
                "elapsed": nearest(fields["total_elapsed_time"], 1000),
                "timer": nearest(fields["total_timer_time"], 1000),
                "cm": nearest(fields.get("total_distance"), 100),
                "rates": [fields.get(f"{which}_heart_rate") for which in ("avg", "min", "max")],
                "laps": fields["num_laps"],
                "sport": fields["sport"],
            }
        elif name == "event" and fields["event"] == "timer":
            time = seconds(fields["timestamp"])
            last_event = time
            if fields["event_type"] == "stop_all":
                stopped = stopped or time
            elif stopped is not None:
                pauses.append((stopped, time))
                stopped = None
        elif name == "time_in_zone":
            run["zones"] = [nearest(time, 1000) for time in fields["time_in_hr_zone"]]
    if stopped is not None and stopped < last_event:
        pauses.append((stopped, last_event))
    return run | {"records": records, "lap_list": laps, "pauses": pauses}


def expected(session: dict[str, Any]) -> dict[str, Any]:
    """The same of `steady show --json --samples`."""
    began = datetime.datetime.fromisoformat(session["started_at"])
    start = math.floor((began - EPOCH).total_seconds())
    most = max([sample.get("cadence_per_min", 0) for sample in session["samples"]] + [0])
    feet = 1 if most > 120 else 2
    records = [
        {
            "time": start + sample["t_ms"] // 1000,
            "bpm": sample.get("heart_rate_bpm"),
            "mm_s": nearest(sample.get("speed_km_h"), 1000 / 3.6),
            "cm": nearest(sample.get("distance_m"), 100),
            "grade": nearest(sample.get("inclination_percent"), 100),
            "steps": None if "cadence_per_min" not in sample else sample["cadence_per_min"] * feet,
            "rr": [nearest(interval, 1) for interval in sample.get("rr_intervals_ms", [])],
        }
        for sample in session["samples"]
    ]
    rates = session.get("heart_rate", {})
    whole = {
        "began_ms": 0,
        "elapsed_ms": session["elapsed_ms"],
        "distance_m": session.get("distance_m"),
        "heart_rate": rates,
    }
    laps = session["laps"] or [whole]
    changes = [event for event in session["events"] if event.get("region") == "session"]
    pauses, stopped = [], None
    for event in changes:
        time = start + event["t_ms"] // 1000
        if stopped is not None and event["to"] not in ("paused_user", "paused_belt"):
            pauses.append((stopped, time))
            stopped = None
        elif event["to"] in ("paused_user", "paused_belt"):
            if stopped is not None:
                pauses.append((stopped, time))
            stopped = time
    return {
        "start": start,
        "elapsed": session["elapsed_ms"],
        "timer": session["elapsed_ms"] - session["paused_ms"],
        "cm": nearest(session.get("distance_m"), 100),
        "rates": [rates.get(f"{which}_bpm") for which in ("average", "minimum", "maximum")],
        "laps": len(laps),
        "sport": "running",
        "zones": [zone["time_ms"] for zone in session["zones"]],
        "records": records,
        "lap_list": [lap_of(lap, start) for lap in laps],
        "pauses": pauses,
    }


def lap_of(lap: dict[str, Any], start: int) -> dict[str, Any]:
    return {
        "start": start + lap["began_ms"] // 1000,
        "elapsed": lap["elapsed_ms"],
        "cm": nearest(lap.get("distance_m"), 100),
        "bpm": lap.get("heart_rate", {}).get("average_bpm"),
    }


def differences(found: dict[str, Any], wanted: dict[str, Any], path: str = "") -> list[str]:
    lines = []
    for key, value in wanted.items():
        other = found.get(key)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            if len(other or []) != len(value):
                lines.append(f"{path}{key}: {len(other or [])} instead of {len(value)}")
            for number, (left, right) in enumerate(zip(other or [], value)):
                lines += differences(left, right, f"{path}{key}[{number}].")
        elif other != value:
            lines.append(f"{path}{key}: {other} instead of {value}")
    return lines


def verdict(name: str, path: str, wanted: dict[str, Any]) -> list[str]:
    """What a judge objects to."""
    try:
        found = told(JUDGES[name](path))
    except Exception as error:  # noqa: BLE001 - whatever a judge throws is its objection
        return [f"{type(error).__name__}: {error}"]
    if name == "fitparse":  # It does not know the message.
        wanted = {key: value for key, value in wanted.items() if key != "zones"}
    return differences(found, wanted)


# --- TCX

NAMESPACE = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
ORDER = {
    "Activity": "Id Lap Notes Training Creator Extensions",
    "Lap": "TotalTimeSeconds DistanceMeters MaximumSpeed Calories AverageHeartRateBpm MaximumHeartRateBpm Intensity "
    "Cadence TriggerMethod Track Notes Extensions",
    "Trackpoint": "Time Position AltitudeMeters DistanceMeters HeartRateBpm Cadence SensorState Extensions",
}


def of_tcx(path: str, session: dict[str, Any]) -> list[str]:
    """What is wrong with a TCX export: its order, or its points."""
    lines = []
    tree = ElementTree.parse(path)
    for name, order in ORDER.items():
        for element in tree.iter(NAMESPACE + name):
            places = [order.split().index(child.tag.removeprefix(NAMESPACE)) for child in element]
            if places != sorted(places):
                lines.append(f"{name}: children out of order")
    began = datetime.datetime.fromisoformat(session["started_at"])
    wanted = [sample for sample in session["samples"] if not sample["session"].startswith("paused")]
    points = list(tree.iter(NAMESPACE + "Trackpoint"))
    if len(points) != len(wanted):
        lines.append(f"{len(points)} points instead of {len(wanted)}")
    for point, sample in zip(points, wanted):
        time = datetime.datetime.fromisoformat(point.findtext(NAMESPACE + "Time", ""))
        rate = point.findtext(f"{NAMESPACE}HeartRateBpm/{NAMESPACE}Value")
        way = point.findtext(NAMESPACE + "DistanceMeters")
        off = abs((time - began).total_seconds() * 1000 - sample["t_ms"])
        if off > 1 or rate != (str(sample["heart_rate_bpm"]) if "heart_rate_bpm" in sample else None):
            lines.append(f"the point at {time} is another than the sample at {sample['t_ms']} ms")
        if nearest(float(way) if way else None, 1000) != nearest(sample.get("distance_m"), 1000):
            lines.append(f"the distance at {sample['t_ms']} ms is {way}")
    return lines


def made_up() -> str:
    """A run of two laps with a foot pod, a pause between them, and everything in motion."""
    start = datetime.datetime(2027, 1, 15, 8, 0, 0, tzinfo=datetime.timezone.utc)

    def point(second: int) -> str:
        time = (start + datetime.timedelta(seconds=second)).isoformat().replace("+00:00", "Z")
        return (
            f"<Trackpoint><Time>{time}</Time><DistanceMeters>{second * 2.75}</DistanceMeters>"
            f"<HeartRateBpm><Value>{110 + second // 9 % 30}</Value></HeartRateBpm><Extensions><TPX>"
            f"<RunCadence>{78 + second % 7}</RunCadence></TPX></Extensions></Trackpoint>"
        )

    laps = [
        f'<Lap StartTime="{(start + datetime.timedelta(seconds=began)).isoformat()}">'
        f"<TotalTimeSeconds>{ended - began}</TotalTimeSeconds>"
        f"<Track>{''.join(map(point, range(began, ended)))}</Track></Lap>"
        for began, ended in ((0, 200), (260, 500))
    ]
    return (
        f'<TrainingCenterDatabase xmlns="{NAMESPACE[1:-1]}"><Activities><Activity Sport="Running">'
        f"<Id>2027-01-15T08:00:00Z</Id>{''.join(laps)}</Activity></Activities></TrainingCenterDatabase>"
    )


# --- The course of it


def checksum(data: bytes) -> int:
    value = 0
    for octet in data:
        value ^= octet
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return value


def changed(data: bytes, rate: int) -> dict[str, bytes]:
    """The file with a changed octet, and with another heart rate under a check sum that fits."""
    record = data.rindex(bytes([4]), 0, len(data) // 2)
    flipped = bytearray(data)
    flipped[record] ^= 0x55
    # The definition of the records, and the heart rate of the first of them.
    body = bytearray(data[:-2])
    place = body.index(bytes([0x44, 0, 0, 20, 0])) + 6 + 3 * 9 + 3 + 6
    while not (body[place] == 4 and body[place + 5] == rate):
        place += 1
    body[place + 5] ^= 1
    return {"a changed octet": bytes(flipped), "a changed heart rate": bytes(body) + checksum(body).to_bytes(2, "little")}


def main() -> int:
    program, *captures = sys.argv[1:]
    objections = 0
    compared = 0
    with tempfile.TemporaryDirectory() as folder:
        tcx = pathlib.Path(folder, "made-up.tcx")
        tcx.write_text(made_up())
        for number, source in enumerate([*captures, str(tcx)]):
            name = pathlib.Path(source).stem
            home = f"{folder}/{number}"

            def steady(*arguments: str) -> str:
                command = [program, *arguments, "--home", home]
                return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

            steady("import", "--age", "40", source)
            session = json.loads(steady("show", "last", "--json", "--samples"))
            wanted = expected(session)
            compared += len(wanted["records"])
            paths = {kind: f"{home}/run.{kind}" for kind in ("fit", "tcx")}
            for kind, path in paths.items():
                steady("export", "last", "--format", kind, "-o", path)
            found = {judge: verdict(judge, paths["fit"], wanted) for judge in JUDGES}
            found["TCX"] = of_tcx(paths["tcx"], session)
            for judge, lines in found.items():
                objections += bool(lines)
                for line in lines[:5]:
                    print(f"{name}: {judge}: {line}")
            data = pathlib.Path(paths["fit"]).read_bytes()
            rate = next((record["bpm"] for record in wanted["records"] if record["bpm"]), None)
            if rate is None:
                continue
            for what, octets in changed(data, rate).items():
                pathlib.Path(paths["fit"]).write_bytes(octets)
                for judge in JUDGES:
                    if not verdict(judge, paths["fit"], wanted):
                        objections += 1
                        print(f"{name}: {judge} does not object to {what}")
    print(f"workout files: {compared} records of {len(captures) + 1} runs, {len(JUDGES)} judges: {objections} objections")
    return 1 if objections else 0


if __name__ == "__main__":
    sys.exit(main())
