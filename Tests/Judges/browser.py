"""Chromium without a window, asked over its debugging pipe; nothing but the standard library."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Browser:
    """One Chromium. Use it in a `with`: it ends with the block, and its profile goes with it."""

    DEADLINE_SECONDS = 60
    ARGUMENTS = [
        "--headless", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ]

    def __init__(self, program):
        self._profile = tempfile.mkdtemp(prefix="steady-browser-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()

        def give_descriptors():
            # Chromium reads from 3 and writes to 4. Moved out of the way first, for the pipes may lie there.
            read, write = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(read, 3)
            os.dup2(write, 4)

        arguments = [program, *self.ARGUMENTS, f"--user-data-dir={self._profile}", "about:blank"]
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")
        self._process = subprocess.Popen(
            arguments, preexec_fn=give_descriptors, pass_fds=(3, 4), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in, self._out = ours_in, ours_out
        self._buffer = b""
        self._number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._out)
        os.close(self._in)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)

    def call(self, method, session=None, **parameters):
        """Sends a command and waits for its answer; what happens meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") != self._number:
                self._note(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def wait_for(self, method):
        """Waits until an event of this name has come."""
        while not any(event.get("method") == method for event in self.events):
            self._note(self._next())

    def _note(self, event):
        if event.get("method") == "Page.javascriptDialogOpening":
            # A page waits for its dialog, and would never answer.
            message = {"id": 0, "method": "Page.handleJavaScriptDialog", "params": {"accept": True}}
            os.write(self._out, json.dumps(message | {"sessionId": event["sessionId"]}).encode() + b"\0")
        self.events.append(event)

    def _next(self):
        end = time.monotonic() + self.DEADLINE_SECONDS
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0, end - time.monotonic()))
            octets = os.read(self._in, 65536) if ready else b""
            if not octets:
                raise RuntimeError("the browser does not answer")
            self._buffer += octets
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


class Page:
    """A page in a tab of its own, at a size and in a colour scheme."""

    def __init__(self, browser, width, height, scheme, media=""):
        self._browser = browser
        browser.events = []
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._target = target
        self._session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def call(self, method, **parameters):
        return self._browser.call(method, session=self._session, **parameters)

    def open(self, address):
        self._browser.events = []
        self.call("Page.navigate", url=address)
        self._browser.wait_for("Page.loadEventFired")

    def evaluate(self, script):
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"]["value"]

    def close(self):
        self._browser.call("Target.closeTarget", targetId=self._target)

    @property
    def complaints(self):
        """What the browser had to say: errors, and whatever a script brought about."""
        found = []
        for event in self._browser.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"):
                found.append(f"{method}: {json.dumps(parameters)[:300]}")
            elif method == "Log.entryAdded":
                found.append(f"log: {parameters['entry']['text'][:300]}")
        return found

    @property
    def requests(self):
        """The addresses that were asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event.get("method") == "Network.requestWillBeSent"
        ]
