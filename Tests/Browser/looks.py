"""How pages look in a browser: measured, not compared with pictures."""

import concurrent.futures
import json
import pathlib

import chromium

MEASURES = (pathlib.Path(__file__).parent / "measure.js").read_text()


def measured(page, pages, widths, call):
    """The complaints of one function of measure.js on every page at every width."""
    complaints = []
    for width in widths:
        page.show(width)
        for path in pages:
            page.open(path.as_uri())
            complaints += [f"{path.name} at {width} px, {complaint}" for complaint in page.run(f"{MEASURES}.{call}")]
    return complaints


def requests(page, pages):
    complaints = []
    page.show(1280)
    for path in pages:
        page.open(path.as_uri())
        complaints += [f"{path.name} asks for {url}" for url in page.requests if not url.startswith(("file:", "data:"))]
        # A request that never shows up here would make this test pass for nothing.
        if path.as_uri() not in page.requests:
            complaints.append(f"{path.name}: no request was seen")
    return complaints


def overflow(page, pages):
    return measured(page, pages, [320, 390, 1280], "overflow()")


def labels(page, pages):
    return measured(page, pages, [390, 1280], "labels(10.5)")


def readouts(page, pages):
    return measured(page, pages, [390, 1280], "readouts()")


def targets(page, pages):
    return measured(page, pages, [390, 1280], "targets()")


def paper(page, pages):
    """Each page as it is printed by a reader who prefers the dark: 174 mm of an A4 page are 657 px, 261 mm are 986 px."""
    complaints = []
    for path in pages:
        page.show(657, "dark")
        page.send("Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        page.open(path.as_uri())
        complaints += [f"{path.name}, {complaint}" for complaint in page.run(f"{MEASURES}.overflow().concat({MEASURES}.paper(986))")]
    page.send("Emulation.setEmulatedMedia", media="")
    return complaints


def scriptless(page, pages):
    """Text, figures, notes and folded code are all there before any script."""
    script = """[...document.querySelectorAll("main p, figure.plot, math, pre")].filter(
        (e) => !e.closest("details:not([open])") && !e.checkVisibility()).length"""
    complaints = []
    page.show(1280, scripts=False)
    for path in pages:
        page.open(path.as_uri())
        hidden = page.run(script)
        if hidden:
            complaints.append(f"{path.name}: {hidden} elements are invisible")
    page.show(1280)
    return complaints


def axe(browser, pages, source):
    """No violation on any page; folded parts are opened first, so that they are looked at too. In the dark only colours differ.

    It takes minutes, so each width has a browser of its own, and the two run side by side."""
    with concurrent.futures.ThreadPoolExecutor() as threads:
        return sum(threads.map(lambda width: _axe(browser, pages, source.read_text(), width), [1280, 390]), [])


def _axe(browser, pages, script, width):
    complaints = []
    with chromium.Chromium(browser) as process:
        page = chromium.Page(process)
        for scheme, options in [("light", {}), ("dark", {"runOnly": ["color-contrast"]})]:
            page.show(width, scheme)
            for path in pages:
                page.open(path.as_uri())
                page.run("document.querySelectorAll('details').forEach((e) => { e.open = true })")
                page.run(script + "; 0")
                options["resultTypes"] = ["violations"]
                result = json.loads(page.run(f"axe.run({json.dumps(options)}).then((r) => JSON.stringify(r))"))
                if not result["passes"]:
                    complaints.append(f"{path.name}: axe looked at nothing")
                for violation in result["violations"]:
                    nodes = violation["nodes"]
                    place = " ".join(map(str, nodes[0]["target"]))
                    complaints.append(
                        f"{path.name} at {width} px, {scheme}: {violation['id']} at {place} ({len(nodes)} places)")
    return complaints
