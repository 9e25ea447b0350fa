"""Holds a log of ten years to its promises: 2,600 sessions of 45 minutes, a sample a second.

    tenyears.py STEADY WORK

A few runs of virtual runners are kept, and copied with SQL until there are enough. The times are those of whole
commands, the best of five; beside them what SQLite itself takes in this process for the same rows.
"""

import os
import sqlite3
import subprocess
import sys
import time

STEADY, WORK = sys.argv[1], sys.argv[2]
SESSIONS, SECONDS, SEEDS = 2600, 2700, 6
MEGABYTES, LIST_MS, WEEK_MS, SHOW_MS = 400, 100, 100, 200


def keep_runs(home):
    for seed in range(1, SEEDS + 1):
        command = [STEADY, "record", "--demo", "--keep", "--demo-speed", "max", "--age", "40", "--home", home]
        subprocess.run([*command, "--demo-seed", str(seed)], check=True, capture_output=True)


def columns(log, table):
    return [row[1] for row in log.execute(f"PRAGMA table_info({table})")]


def copy(log, table, where, **changed):
    """Copies rows of a table, with some columns changed."""
    names = columns(log, table)
    chosen = ", ".join(changed.get(name, name) for name in names)
    log.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM {table} WHERE {where}")


def grow(home):
    path = f"{home}/steady.sqlite"
    log = sqlite3.connect(path, isolation_level=None)
    for words in ("PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "BEGIN"):
        log.execute(words)
    # The scripts are shorter: each run goes on with its own beginning.
    for number, last in log.execute("SELECT session_number, max(t_ms) FROM second GROUP BY 1").fetchall():
        rest = f"session_number = {number} AND t_ms < {SECONDS * 1000} - {last} - 1000"
        copy(log, "second", rest, t_ms=f"t_ms + {last} + 1000")
    log.execute("UPDATE session SET source = 'bluez'")
    ids = [row[0] for row in log.execute("SELECT id FROM session ORDER BY number")]
    for number in range(len(ids) + 1, SESSIONS + 1):
        model = number % len(ids) + 1
        name = f"'{2016 + number // 260:04d}0101-101010-{number:04x}'"
        start = str(1_480_000_000_000_000 + number * 121_000_000_000)
        copy(log, "session", f"number = {model}", id=name, number=str(number), started_at_us=start)
        copy(log, "second", f"session_number = {model}", session_number=str(number))
        for table in ("zone_time", "metric", "issue", "event", "lap"):
            copy(log, table, f"session_id = '{ids[model - 1]}'", session_id=name)
    # What a runner who says everything would have said.
    log.execute("UPDATE session SET talk_yes = number % 4, talk_no = number % 3")
    for moment in ("before", "after"):
        log.execute(f"INSERT OR REPLACE INTO feeling SELECT id, '{moment}', 1 + number % 5 FROM session")
    days = "SELECT DISTINCT date(started_at_us / 1000000, 'unixepoch') FROM session"
    log.execute(f"INSERT OR IGNORE INTO day SELECT *, 3 + random() % 3, 58 FROM ({days})")
    log.execute("COMMIT")
    log.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    samples = log.execute("SELECT count(*) FROM second").fetchone()[0]
    log.close()
    return samples, os.path.getsize(path) / 1e6


def best_ms(action):
    times = []
    for _ in range(5):
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def command_ms(*arguments):
    return best_ms(lambda: subprocess.run([STEADY, *arguments, "--home", WORK], check=True, capture_output=True))


def query_ms(sql):
    log = sqlite3.connect(f"file:{WORK}/steady.sqlite?mode=ro", uri=True)
    answer = best_ms(lambda: log.execute(sql).fetchall())
    log.close()
    return answer


keep_runs(WORK)
samples, megabytes = grow(WORK)
missed = [] if megabytes < MEGABYTES else [f"the file has {megabytes:.0f} MB"]
print(f"ten years: {SESSIONS} sessions, {samples:,} samples, {megabytes:.0f} MB (limit {MEGABYTES})")
middle = f"{2016 + 1300 // 260}0101-101010-{1300:04x}"
rows = [
    (["list"], LIST_MS, "SELECT * FROM run"),
    (["list", "--json"], LIST_MS, "SELECT * FROM run"),
    (["week"], WEEK_MS, "SELECT * FROM week"),
    (["week", "--json"], WEEK_MS, "SELECT * FROM week"),
    (["week", "--weeks", "600"], WEEK_MS, "SELECT * FROM week"),
    (["show", middle], SHOW_MS, f"SELECT * FROM sample WHERE session_id = '{middle}'"),
    (["show", middle, "--json", "--samples"], SHOW_MS, f"SELECT * FROM sample WHERE session_id = '{middle}'"),
    (["show", middle, "--html", "-"], SHOW_MS, f"SELECT * FROM sample WHERE session_id = '{middle}'"),
]
for command, limit, sql in rows:
    taken, query = command_ms(*command), query_ms(sql)
    words = " ".join(command)
    print(f"  {words:45} {taken:6.1f} ms (limit {limit}; SQLite for the rows {query:5.1f} ms)")
    if taken >= limit:
        missed.append(f"{words} takes {taken:.0f} ms")
week = query_ms("SELECT * FROM week")
print(f"  {'the view week, by SQLite':45} {week:6.1f} ms (limit {LIST_MS})")
if week >= LIST_MS:
    missed.append(f"the view week takes {week:.0f} ms")
for words in missed:
    print(f"MISSED: {words}")
sys.exit(1 if missed else 0)
