#!/usr/bin/env python3
"""Lets NeuroKit2 and hrv-analysis compute what Steady computes of RR-Intervals.

    hrv.py <figures

Standard input: the lines that the test "HRV for the judges" writes. Ends with 1 where a figure differs by more than a
millionth, unless it is known to be defined otherwise: then it has to differ by just that.
"""
import importlib.abc
import importlib.machinery
import json
import logging
import math
import sys
import warnings
from collections.abc import Iterator
from unittest import mock


class Stage(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Stands in for libraries that the judges import for other things: plots, machine learning, wavelets, spectra."""

    NAMES = {"astropy", "matplotlib", "mpl_toolkits", "nolds", "pywt", "requests", "sklearn"}

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] in self.NAMES else None

    def create_module(self, spec):
        return mock.MagicMock(name=spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Stage())
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import hrvanalysis  # noqa: E402
import neurokit2  # noqa: E402
import numpy  # noqa: E402
from neurokit2.hrv.hrv_nonlinear import _hrv_nonlinear_poincare  # noqa: E402

TOLERANCE = 1e-6
Figures = dict[str, float]


def of_neurokit(intervals: numpy.ndarray) -> Figures:
    peaks = {"RRI": intervals, "RRI_Time": numpy.cumsum(intervals) / 1000}
    time = neurokit2.hrv_time(peaks, sampling_rate=1000)
    found = {key.lower(): float(time[f"HRV_{key}"].iloc[0]) for key in ("RMSSD", "SDNN", "pNN50", "pNN20")}
    plot = _hrv_nonlinear_poincare(intervals, out={})
    alpha, _ = neurokit2.fractal_dfa(intervals, scale=list(range(4, 17)), overlap=False)
    return found | {"sd1": float(plot["SD1"]), "sd2": float(plot["SD2"]), "alpha1_forward": float(alpha)}


def of_hrv_analysis(intervals: numpy.ndarray) -> Figures:
    time = hrvanalysis.get_time_domain_features(list(intervals))
    plot = hrvanalysis.get_poincare_plot_features(list(intervals))
    names = {"rmssd": "rmssd", "sdnn": "sdnn", "pnni_50": "pnn50", "pnni_20": "pnn20"}
    return {ours: float(time[theirs]) for theirs, ours in names.items()} | {key: float(plot[key]) for key in ("sd1", "sd2")}


def defined_otherwise(judge: str, key: str, ours: float, intervals: numpy.ndarray) -> float:
    """What the judge's definition makes of the same intervals; our own figure where the definitions are one."""
    if judge == "NeuroKit2" and key in ("pnn50", "pnn20"):
        # It divides by the number of intervals, of which there is one more than of differences.
        return ours * (len(intervals) - 1) / len(intervals)
    if judge == "NeuroKit2" and key == "sd2":
        # It takes the cloud's own spread, without the first interval or the last, for Brennan's identity of all.
        return float(numpy.std((intervals[:-1] + intervals[1:]) / math.sqrt(2), ddof=1))
    return ours


def has_straight_box(intervals: numpy.ndarray) -> bool:
    """Whether a box of the profile is a straight line: NeuroKit2 leaves such boxes out, so that F(n) rises."""
    profile = numpy.cumsum(intervals - intervals.mean())
    for size in range(4, 17):
        boxes = profile[: len(profile) // size * size].reshape(-1, size).T
        _, squares, *_ = numpy.polyfit(numpy.arange(size), boxes, 1, full=True)
        if (squares / size <= 1e-8).any():
            return True
    return False


def differences(line: dict) -> Iterator[str]:
    intervals = numpy.array(line["intervals_ms"])
    for judge, figures in (("NeuroKit2", of_neurokit(intervals)), ("hrv-analysis", of_hrv_analysis(intervals))):
        for key, theirs in figures.items():
            expected = defined_otherwise(judge, key, line[key], intervals)
            if key == "alpha1_forward" and has_straight_box(intervals):
                continue
            if key == "sd2" and line[key] == 0 and math.isnan(theirs):
                continue  # Of strict alternation, by rounding, the root of a number below 0.
            if not abs(theirs - expected) <= TOLERANCE:
                yield f"{line['name']}: {key}: Steady {line[key]}, {judge} {theirs}"


def main() -> None:
    lines = [json.loads(line) for line in sys.stdin]
    found = [text for line in lines for text in differences(line)]
    print(f"NeuroKit2 and hrv-analysis: {len(lines)} series of RR-Intervals, {len(found)} differences")
    for text in found:
        print(f"    {text}")
    sys.exit(1 if found or not lines else 0)


if __name__ == "__main__":
    main()
