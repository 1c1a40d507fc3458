"""A headless Chromium, driven over a pipe with the DevTools protocol: nothing but Python's standard library is needed."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find():
    """The path of a Chromium; None if there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser process. Use it in a `with` statement."""

    def __init__(self, path):
        self._count = 0
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        # The browser reads commands from descriptor 3 and answers on 4; ours are moved out of their way.
        read_command, self._commands = _high(os.pipe())
        self._answers, write_answer = _high(os.pipe())

        def connect():
            os.dup2(read_command, 3)
            os.dup2(write_answer, 4)

        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe"]
        arguments += ["--no-first-run", "--disable-extensions", "--user-data-dir=" + self._profile.name]
        self._process = subprocess.Popen(
            [path] + arguments, preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_command)
        os.close(write_answer)
        self._buffer = b""
        self._events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close")
        except (OSError, EOFError):
            self._process.kill()
        self._process.wait(timeout=20)
        self._profile.cleanup()

    def send(self, method, session=None, **parameters):
        """Sends a command and returns its result; events that come in between are kept for `events`."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._events.append(answer)

    def wait(self, method):
        """The oldest event of this name, which is then forgotten; waits until there is one."""
        while True:
            for place, event in enumerate(self._events):
                if event.get("method") == method:
                    return self._events.pop(place)["params"]
            self._events.append(self._read())

    def events(self, method):
        """The events of this name so far, which are then forgotten."""
        found = [event["params"] for event in self._events if event.get("method") == method]
        self._events = [event for event in self._events if event.get("method") != method]
        return found

    def _read(self):
        while b"\0" not in self._buffer:
            data = os.read(self._answers, 1 << 20)
            if not data:
                raise EOFError("the browser closed its pipe")
            self._buffer += data
        line, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(line)


class Page:
    """One tab of a browser."""

    def __init__(self, browser):
        self.browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.requests = []
        for domain in ["Page", "Runtime", "Network"]:
            self.send(domain + ".enable")
        self.send("Page.setLifecycleEventsEnabled", enabled=True)

    def send(self, method, **parameters):
        return self.browser.send(method, self._session, **parameters)

    def show(self, width, scheme="light", height=900, scripts=True):
        """Sets the width of the window and the reader's preference; `open` comes after it."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setEmulatedMedia", features=features)
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)

    def open(self, url):
        """Loads a page; `requests` then has every address that it asked for."""
        self.browser.events("Network.requestWillBeSent")
        loader = self.send("Page.navigate", url=url).get("loaderId")
        # A page that was still loading may report its own end in between, so the end must be that of this load. Only
        # a move within the page has no loader, and is done at once.
        while loader:
            event = self.browser.wait("Page.lifecycleEvent")
            if event["loaderId"] == loader and event["name"] == "load":
                break
        self.requests = [event["request"]["url"] for event in self.browser.events("Network.requestWillBeSent")]

    def run(self, script):
        """The value of an expression, awaited if it is a promise."""
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def wait_for(self, condition, seconds=10):
        """Whether a condition, or what it promises, comes true in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if self.run(f"Promise.resolve({condition}).then(Boolean)"):
                    return True
            except RuntimeError as error:
                # The page that was asked has given way to the next one, which may be the one waited for.
                if not any(words in str(error) for words in ["navigated", "collected"]):
                    raise
            time.sleep(0.02)
        return False

    def click(self, selector):
        """Presses the mouse in the middle of the first element that matches."""
        place = self.run(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.left + r.width / 2, r.top + r.height / 2] }})(document.querySelector({json.dumps(selector)}))")
        self.point(*place)
        for kind in ["mousePressed", "mouseReleased"]:
            self.send("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def point(self, x, y):
        """Moves the mouse."""
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def press(self, key, code=0):
        """Presses a key, such as "Enter", "ArrowDown" or "/"."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text):
        self.send("Input.insertText", text=text)

    def pdf(self):
        return base64.b64decode(self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def picture(self, whole=True):
        return base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"])


def _high(descriptors):
    """The same pipe with numbers from 20 on."""
    result = []
    for descriptor in descriptors:
        result.append(fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 20))
        os.close(descriptor)
    return result
