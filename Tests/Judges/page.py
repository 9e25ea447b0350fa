"""A browser judges the pages of `steady show --html`.

    python3 page.py FOLDER          every NAME.html in it, with the numbers of NAME.json (steady show --json)
    python3 page.py FOLDER --shots  pictures of them as well, NAME-WIDTH-SCHEME.png

Each page is opened at a phone's and a desk's width, light and dark, and as it would be printed. Then a good page is
spoiled in known ways, and each has to be found: a judge who never objects is none.
"""

import base64
import json
import pathlib
import shutil
import sys
import tempfile

from browser import Browser, Page

SIZES = [(360, 800), (1280, 900)]
LOOK = (pathlib.Path(__file__).parent / "page.js").read_text()


def value_at(session, key):
    """The value of the JSON form that a key of the page names."""
    for part in key.split("."):
        session = session[int(part)] if part.isdigit() else session[part]
    return session


def words(key, value):
    """How the page should write a value."""
    if key.endswith("_ms"):
        seconds = value // 1000
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if key.endswith("_m"):
        tens = (round(value * 1000) + 5000) // 10000
        return f"{tens // 100}.{tens % 100:02} km"
    return str(value)


def compare(numbers, session):
    """What differs between the numbers of a page and the JSON form."""
    problems = []
    for key, value, text in numbers:
        try:
            told = value_at(session, key)
        except (KeyError, IndexError):
            problems.append(f"{key} is not in the JSON form")
            continue
        if float(value) != told or text != words(key, told):
            problems.append(f"{key} is {told}, on the page {value}, shown as {text}")
    wanted = {"elapsed_ms"} | ({"distance_m"} if "distance_m" in session else set())
    if "heart_rate" in session:
        wanted |= {"bands.below_ms", "bands.in_ms", "bands.above_ms", "heart_rate.average_bpm"}
        # A zone in which no heart rate can lie is on no page.
        wanted |= {f"zones.{n}.time_ms" for n, zone in enumerate(session["zones"]) if zone["time_ms"] > 0}
    wanted |= {f"laps.{n}.elapsed_ms" for n in range(len(session["laps"]))}
    return problems + [f"{key} is missing" for key in sorted(wanted - {number[0] for number in numbers})]


def look(browser, file, session, width, height, scheme, media="", shot=None):
    """What is wrong with a page at a size, and the luminance of its ground."""
    page = Page(browser, width, height, scheme, media)
    address = file.resolve().as_uri()
    page.open(address)
    seen = page.evaluate(LOOK)
    problems = seen["problems"] + page.complaints + compare(seen["numbers"], session)
    problems += [f"asks for {request}" for request in page.requests if request != address]
    if seen["textCount"] < 8:
        problems.append("hardly any text")
    if ("heart_rate" in session or "distance_m" in session) and seen["plots"] == 0:
        problems.append("no plot")
    if shot:
        size = page.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": width, "height": size["height"], "scale": 1}
        picture = page.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        shot.write_bytes(base64.b64decode(picture["data"]))
    page.close()
    return problems, seen["ground"]


def judge(browser, file, session, has_shots=False):
    """What is wrong with a page at any size, in any scheme."""
    found = []
    for width, height in SIZES:
        for scheme in ("light", "dark"):
            shot = file.with_name(f"{file.stem}-{width}-{scheme}.png") if has_shots else None
            problems, ground = look(browser, file, session, width, height, scheme, shot=shot)
            if (ground > 0.5) != (scheme == "light"):
                problems.append(f"the ground is not {scheme}")
            found += [f"{width} px, {scheme}: {problem}" for problem in problems]
    problems, ground = look(browser, file, session, 720, 1000, "dark", media="print")
    if ground < 0.9:
        problems.append("the paper is dark")
    return found + [f"print: {problem}" for problem in problems]


# How a page can be spoiled, and a word of what has to be said of it.
SPOILS = [
    ("too wide", "scrolls sideways", lambda t: t.replace("<main>", '<main><div style="width:420px">wide</div>')),
    ("asks the network", "img", lambda t: t.replace("<main>", '<main><img alt="" src="http://127.0.0.1:9/a.png">')),
    ("asks for a file", "asks for", lambda t: without_policy(t).replace("<main>", '<main><img alt="" src="x.png">')),
    ("runs a script", "consoleAPICalled", lambda t: without_policy(t) + "<script>console.log(1)</script>"),
    ("opens a dialog", "Dialog", lambda t: without_policy(t) + '<svg onload="setTimeout(()=>alert(1))"></svg>'),
    ("wrong number", "on the page", lambda t: t.replace('data-key="elapsed_ms" value="', 'data-key="elapsed_ms" value="1')),
    ("wrong words", "shown as", lambda t: t.replace(" km</data>", " mi</data>")),
    ("lost number", "is missing", lambda t: t.replace('<data data-key="bands.in_ms"', '<data data-key="elapsed_ms"')),
    ("labels on labels", "text on text", lambda t: t.replace("left:", "--left:")),
    ("words cut", "a word is cut", lambda t: t.replace("<style>", "<style>th{max-width:1em;overflow-wrap:anywhere}")),
    ("no line", "nothing drawn", lambda t: t.replace('class="line" d="M', 'class="line" d="" data-d="M')),
    ("line outside", "leaves the plot", lambda t: t.replace('class="line" d="M', 'class="line" d="M9 -900L9 0M')),
    ("pale text", "contrast", lambda t: t.replace("--soft:#55626b", "--soft:#aab4ba")),
    ("always light", "not dark", lambda t: t.replace("prefers-color-scheme:dark", "prefers-color-scheme:none")),
    ("no description", "no desc", lambda t: t.replace("<desc", "<g").replace("</desc>", "</g>")),
]


def without_policy(text):
    return text.replace("Content-Security-Policy", "X-None")


def main():
    folder = pathlib.Path(sys.argv[1])
    pages = sorted(folder.glob("*.html"))
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        sys.exit("no browser: apt-get install chromium")
    if not pages:
        sys.exit(f"no page in {folder}")
    failed = False
    with Browser(program) as browser:
        for file in pages:
            session = json.loads(file.with_suffix(".json").read_text())
            found = judge(browser, file, session, has_shots="--shots" in sys.argv)
            print(f"{file.name}: {file.stat().st_size} octets, {'; '.join(found[:8]) if found else 'nothing to object to'}")
            failed = failed or bool(found)
        good = folder / "laps.html"
        session = json.loads(good.with_suffix(".json").read_text())
        with tempfile.TemporaryDirectory() as place:
            for name, word, spoil in SPOILS:
                text = good.read_text()
                spoiled = pathlib.Path(place) / "spoiled.html"
                spoiled.write_text(spoil(text))
                is_changed = spoiled.read_text() != text
                scheme = "dark" if name == "always light" else "light"
                problems, ground = look(browser, spoiled, session, 360, 800, scheme)
                if scheme == "dark" and ground > 0.5:
                    problems.append("the ground is not dark")
                if not is_changed or not any(word in problem for problem in problems):
                    print(f"spoiled ({name}) and not found: {problems[:5]}")
                    failed = True
    print(f"{len(SPOILS)} spoiled pages were looked at too")
    sys.exit(1 if failed else 0)


main()
