"""Takes the ground from under live runs, and looks at what is left.

    crash.py STEADY WORK [KILLS]

- Kills: a demo that is kept is killed at a random moment, KILLS times (1000), now and then the program that recovers it
  as well. What was shown before must be in the log after the next start, and the log must be whole.
- A power cut: strace tells what was written when, and when it was on the disk. At every moment, what was not is
  younger than a second; what a cut leaves is recovered.
- A full disk and a read-only home (as root, where a file system can be mounted): told, and the run goes on.
"""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

STEADY, WORK = sys.argv[1], sys.argv[2]
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
SEED = 20261127
# The seconds of session time that pass by themselves, without a value, are shown up to the next whole one.
SHOWN_AHEAD_MS = 1000


def fail(words):
    print(f"FAILED: {words}")
    sys.exit(1)


def record(home, *options):
    """A run of a virtual runner, kept."""
    return [STEADY, "record", "--demo", "--keep", "--json", "--age", "40", "--home", home, *options]


def sessions(home):
    """The log's sessions by their IDs, after whatever recovery there is; and what was said of it."""
    done = subprocess.run([STEADY, "list", "--json", "--home", home], capture_output=True, text=True)
    if done.returncode != 0:
        fail(f"list ended with {done.returncode}: {done.stderr}")
    return {session["id"]: session for session in json.loads(done.stdout)["sessions"]}, done.stderr


def check_whole(home):
    log = sqlite3.connect(f"{home}/steady.sqlite")
    for check in ("integrity_check", "foreign_key_check"):
        rows = log.execute(f"PRAGMA {check}").fetchall()
        if rows not in ([], [("ok",)]):
            fail(f"{check}: {rows[:3]}")
    log.close()


def shown(output):
    """The session's ID and the latest time of which something was shown, in ms; whole lines only."""
    identity, latest = None, 0
    for line in output.decode().split("\n")[:-1]:
        event = json.loads(line)
        identity = event.get("id", identity)
        latest = max(latest, event.get("t_ms", 0))
    return identity, latest


def kill_after(command, seconds):
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        output, _ = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        output, _ = child.communicate()
    return output, child.returncode == -signal.SIGKILL


def kills():
    random.seed(SEED)
    home = f"{WORK}/kills"
    expected, killed, recoveries, newest = {}, 0, 0, ""
    for number in range(KILLS):
        # From before the first value to after the end, when the log is being written.
        speed = random.choice(["100", "400", "3000", "max"])
        command = record(home, "--demo-seed", str(number), "--demo-speed", speed)
        output, was_killed = kill_after(command, random.uniform(0.01, 0.25))
        killed += was_killed
        identity, latest = shown(output)
        if identity:
            expected[identity] = latest
        if random.random() < 0.1:
            kill_after([STEADY, "list", "--home", home], random.uniform(0, 0.03))
        if random.random() < 0.1 or number == KILLS - 1:
            found, said = sessions(home)
            recoveries += "recovered" in said
            for name, latest in expected.items():
                if name not in found:
                    fail(f"round {number}: the session {name} is lost")
                if found[name]["elapsed_ms"] < latest - SHOWN_AHEAD_MS:
                    fail(f"round {number}: {name} was shown up to {latest} ms, and ends at {found[name]['elapsed_ms']}")
            if said and "recovered" not in said:
                fail(f"round {number}: {said}")
    check_whole(home)
    if killed < KILLS / 2 or recoveries < KILLS / 100:
        fail(f"{killed} kills and {recoveries} recoveries are too few to say anything")
    damaged = [name for name in os.listdir(home) if "damaged" in name]
    if damaged:
        fail(f"a log was found damaged: {damaged}")
    print(f"{KILLS} runs, {killed} killed: {len(expected)} sessions begun, none lost; the log is whole")


# --- Power cut


CALL = re.compile(r"^(\d+) +([\d.]+) (\w+)\((\d+)<(.*?)>.*?\) += (-?\d+)(?: <([\d.]+)>)?")
BEGUN = re.compile(r"^(\d+) +([\d.]+) (\w+)\((\d+)<(.*?)>.*<unfinished \.\.\.>")
ENDED = re.compile(r"^(\d+) +([\d.]+) <\.\.\. (\w+) resumed>.*= (-?\d+)")


def traced(home, seconds):
    """Writes to the recording (end, octets) and syncs of it (begin, end), by strace; also the recording's path."""
    trace = f"{WORK}/trace"
    command = ["strace", "-f", "-ttt", "-T", "-y", "-s", "0", "-e", "trace=write,fdatasync,fsync", "-o", trace]
    child = subprocess.Popen(
        command + record(home, "--demo-seed", "7"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    for pid in subprocess.run(["pgrep", "-P", str(child.pid)], capture_output=True, text=True).stdout.split():
        os.kill(int(pid), signal.SIGKILL)
    child.wait()
    writes, syncs, folder_syncs, pending, path = [], [], [], {}, None

    def note(call, target, begin, end, result):
        nonlocal path
        if target.endswith(".btsnoop"):
            path = target
            if call == "write":
                writes.append((end, result))
            elif result == 0:
                syncs.append((begin, end))
        elif target.endswith("/recordings") and call == "fsync" and result == 0:
            folder_syncs.append(end)

    for line in open(trace):
        if match := CALL.match(line):
            _, begin, call, _, target, result, took = match.groups()
            note(call, target, float(begin), float(begin) + float(took or 0), int(result))
        elif match := BEGUN.match(line):
            pid, begin, call, _, target = match.groups()
            pending[pid] = (call, target, float(begin))
        elif (match := ENDED.match(line)) and match.group(1) in pending:
            call, target, begin = pending.pop(match.group(1))
            note(call, target, begin, float(match.group(2)), int(match.group(4)))
    if not folder_syncs or not writes or folder_syncs[0] - writes[0][0] > 1:
        fail("the name of the recording is not put on the disk")
    return writes, syncs, path


def durable(writes, syncs, moment):
    """How many octets are on the disk at a moment: those written before a sync began that has ended by then."""
    covered = max((begin for begin, end in syncs if end <= moment), default=0)
    return sum(octets for written, octets in writes if written <= covered), covered


def power_cut():
    if not shutil.which("strace"):
        fail("strace is missing: .ci/install tests")
    home, seconds = f"{WORK}/power", 15
    writes, syncs, path = traced(home, seconds)
    moments = sorted({t for t, _ in writes} | {begin for begin, _ in syncs} | {end - 1e-6 for _, end in syncs})
    worst = 0
    for moment in moments:
        _, covered = durable(writes, syncs, moment)
        lost = [t for t, _ in writes if covered < t <= moment]
        worst = max(worst, moment - min(lost)) if lost else worst
    if worst > 1.0 or len(writes) < 20 or len(syncs) < seconds / 2:
        fail(f"{worst:.3f} s of {len(writes)} writes were not on the disk ({len(syncs)} syncs)")
    print(f"power cut: at most {worst:.3f} s are not on the disk ({len(writes)} writes, {len(syncs)} syncs in {seconds} s)")
    whole = open(path, "rb").read()
    begin = writes[0][0]
    for moment in [begin + 1.1, begin + 5.3, writes[-1][0]]:
        place = f"{WORK}/cut-{moment}"
        os.makedirs(f"{place}/recordings")
        octets, _ = durable(writes, syncs, moment)
        name = os.path.basename(path)
        with open(f"{place}/recordings/{name}", "wb") as file:
            file.write(whole[:octets])
        found, said = sessions(place)
        elapsed = found.get(name.removesuffix(".btsnoop"), {}).get("elapsed_ms", -1)
        # The values of a demo come once a second.
        if elapsed < (moment - begin - 1) * 1000 - 1000 or "recovered the run" not in said:
            fail(f"a cut after {moment - begin:.1f} s leaves {elapsed} ms: {said}")


# --- Disks that take nothing


def mount(place, options):
    os.makedirs(place)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True).returncode == 0


def disks():
    full, fixed = f"{WORK}/full", f"{WORK}/fixed"
    if os.geteuid() != 0 or not mount(full, "size=96k"):
        print("a full disk and a read-only home are not tried: no file system may be mounted here")
        return
    try:
        done = subprocess.run(record(full, "--demo-speed", "200"), capture_output=True, text=True, timeout=120)
        if done.returncode != 0 or done.stderr.count("not being recorded") != 1 or "No space" not in done.stderr:
            fail(f"a full disk: {done.returncode}, {done.stderr}")
        lines = done.stdout.splitlines()
        if json.loads(lines[-1])["event"] != "summary" or json.loads(lines[-1])["elapsed_ms"] < 2_000_000:
            fail("a full disk ended the run")
        subprocess.run(["mount", "-o", "remount,size=10m", full], check=True)
        found, said = sessions(full)
        if len(found) != 1 or "recovered the run" not in said:
            fail(f"what was recorded before the disk was full: {found}, {said}")
        print(f"full disk: told once, the run went on; {list(found.values())[0]['elapsed_ms'] / 60000:.0f} min were kept")
        check_whole(full)
    finally:
        subprocess.run(["umount", full])
    if not mount(fixed, "size=10m"):
        fail("a second file system cannot be mounted")
    try:
        sessions(fixed)
        subprocess.run(["mount", "-o", "remount,ro", fixed], check=True)
        done = subprocess.run(record(fixed, "--demo-speed", "max"), capture_output=True, text=True, timeout=120)
        if done.returncode != 0 or "nothing of this run is kept" not in done.stderr:
            fail(f"a read-only home: {done.returncode}, {done.stderr}")
        done = subprocess.run([STEADY, "list", "--home", fixed], capture_output=True, text=True)
        if done.returncode not in (74, 77) or len(done.stderr.splitlines()) > 2 or done.stdout:
            fail(f"list of a read-only home: {done.returncode}, {done.stderr}")
        print("read-only home: told, and the run went on")
    finally:
        subprocess.run(["umount", fixed])


disks()
power_cut()
kills()
