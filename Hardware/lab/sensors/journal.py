"""What the sensors did, as JSON lines: the truth that a recording is compared with.

Each line has `t` (seconds of this machine's monotonic clock), `sensor` and `event`:

    advertising, quiet                       on the air to be connected to | no more
    up {peer}, down {reason}                 a link
    subscribe {characteristic, notify, indicate}
    notify, indicate {characteristic, hex}   sent, at this moment, on a link that had asked for it
    write {characteristic, hex}              received
    order {text, answer}                     (of no sensor)
"""

from __future__ import annotations

import json
import time
from typing import TextIO


class Journal:
    def __init__(self, file: TextIO | None):
        self._file = file

    def note(self, sensor: str, event: str, **more) -> None:
        if self._file:
            line = {"t": round(time.monotonic(), 6), "sensor": sensor, "event": event, **more}
            # One write a line, at once: readers follow this file.
            self._file.write(json.dumps(line, separators=(",", ":")) + "\n")
            self._file.flush()
