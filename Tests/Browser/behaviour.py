"""What the script adds to a page, driven as a reader would, from file://."""

import csv
import re


def tests(page, site):
    """The names and the functions of all tests."""
    chapter = (site / "01-the-model.html").as_uri()

    def opened(width=1280, scheme="light", address=chapter):
        page.show(width, scheme)
        page.open(address)

    def theme():
        complaints = []
        opened()
        page.run("localStorage.clear()")
        page.open(chapter)
        paper = "getComputedStyle(document.body).backgroundColor"
        before = page.run(paper)
        page.click(".theme-toggle")
        dark = page.run(paper)
        if dark == before:
            complaints.append(f"the toggle leaves the paper {before}")
        page.open(chapter)
        if page.run(paper) != dark:
            complaints.append("the choice is forgotten on the next page")
        page.run("localStorage.clear()")
        opened()
        page.show(1280, "dark")
        if not page.wait_for("document.querySelector('.theme-toggle').textContent === 'Light'"):
            complaints.append("the toggle keeps its label when the system turns dark")
        page.show(1280)
        page.click(".theme-toggle")
        page.send("Emulation.setEmulatedMedia", media="print")
        if page.run(paper) != "rgb(255, 255, 255)":
            complaints.append(f"a page chosen dark prints on {page.run(paper)}")
        page.run("localStorage.clear()")
        return complaints

    def copy():
        # The first one that is not folded away.
        listing = ".cell:not(:has(details))"
        page.browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        opened()
        page.click(f"{listing} .copy")
        page.wait_for(f"document.querySelector('{listing} .copy').textContent === 'Copied'")
        copied = page.run("navigator.clipboard.readText()")
        code = page.run(f"document.querySelector('{listing} pre.code code').textContent")
        if copied != code:
            return [f"copied {copied!r} instead of {code!r}"]
        page.browser.send("Browser.setPermission", permission={"name": "clipboard-write"}, setting="denied")
        opened()
        page.click(f"{listing} .copy")
        refused = page.wait_for(f"document.querySelector('{listing} .copy').textContent === 'Not allowed'")
        page.browser.send("Browser.resetPermissions")
        if not refused:
            return ["a copy that the browser refuses is refused without a word"]
        # A listing that lost its line ends would be of no use to anyone.
        return [] if code.count("\n") >= 2 else [f"the listing has too few lines: {code!r}"]

    def fold():
        opened()
        visible = "document.querySelector('details.fold pre').checkVisibility({contentVisibilityAuto: true})"
        before = page.run(visible)
        page.click("details.fold summary")
        return [] if not before and page.run(visible) else ["folded code does not open"]

    def search():
        opened()
        if any("search-index" in url for url in page.requests):
            return ["the texts are loaded before anyone searches"]
        page.press("/")
        page.type("natural gradient")
        page.wait_for("document.querySelector('.search li')")
        found = page.run("[...document.querySelectorAll('.search li')].map((e) => e.textContent)")
        complaints = [f"no section but {found}" for _ in [0] if not any("natural gradient" in text for text in found)]
        chosen = "document.querySelector('.search [aria-selected=true] a').href"
        first = page.run(chosen)
        page.press("ArrowDown", 40)
        second = page.run(chosen)
        page.press("Enter", 13)
        if first == second or not page.wait_for(f"location.href === {second!r}"):
            complaints.append(f"the arrow leads from {first} to {second}, Enter to {page.run('location.href')}")
        opened()
        page.press("/")
        page.type("qwertz")
        if not page.wait_for("document.querySelector('.search ul').textContent === 'Nothing found.'"):
            shown = page.run("document.querySelector('.search ul').textContent")
            complaints.append(f"a word that the book does not have shows {shown!r}")
        page.press("Escape", 27)
        if page.run("document.querySelector('.search ul').checkVisibility()"):
            complaints.append("Escape does not close the results")
        opened()
        page.press("/")
        page.type("natural gradient")
        page.wait_for("document.querySelector('.search li')")
        page.press("Tab", 9)
        if page.run("document.querySelector('.search ul').checkVisibility()"):
            complaints.append("the results stay before the page when Tab leads on")
        if page.run("document.activeElement.closest('.search') !== null"):
            complaints.append("Tab does not lead out of the search")
        return complaints

    def missing():
        text = "document.querySelector('.search ul').textContent"
        wanted = "The texts to search can not be loaded."
        page.send("Network.setBlockedURLs", urls=["*search-index.js"])
        opened()
        page.press("/")
        page.type("natural")
        told = page.wait_for(f"{text} === {wanted!r}")
        page.send("Network.setBlockedURLs", urls=[])
        page.press("Escape", 27)
        page.press("/")
        found = page.wait_for("document.querySelector('.search li a')")
        complaints = [f"it says {page.run(text)!r}" for _ in [0] if not told]
        return complaints + ["the texts are not asked for again" for _ in [0] if not found]

    def slider():
        opened(address=(site / "a-gallery.html").as_uri())
        shown = "[...document.querySelectorAll('#fig-gallery-slider .picture')].map((e) => e.checkVisibility()).join()"
        label = "document.querySelector('#fig-gallery-slider output').textContent"
        before = page.run(shown), page.run(label)
        page.run("document.querySelector('#fig-gallery-slider input').focus()")
        page.press("ArrowRight", 39)
        after = page.run(shown), page.run(label)
        wanted = ("true,false,false,false,false", "0.5"), ("false,true,false,false,false", "0.7")
        return [] if (before, after) == wanted else [f"from {before} to {after}"]

    def readout():
        """Figures tell their values: those of the CSV file, by pointer and by keys, in both layouts."""
        complaints = []
        picture = "document.querySelector('#fig-headline .picture')"
        with open(site / "data" / "index" / "fig-headline.csv") as file:
            rows = {(row["series"], float(row["x"])): float(row["mean"]) for row in csv.DictReader(file) if row["mean"]}
        names = list(dict.fromkeys(series for series, _ in rows))
        tip = f"({picture}.querySelector('.tip') || {{}}).innerText"

        def number(text):
            return float(text.replace("−", "-").replace(",", ""))

        for width in [1280, 390]:
            opened(width, address=(site / "index.html").as_uri())
            left, top, wide, high = page.run(
                f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
                f" return [r.left, r.top, r.width, r.height] }})({picture})")
            page.point(left + wide / 2, top + high / 2)
            text = page.run(tip) or ""
            epoch = re.match(r"Epoch ([\d.,]+)", text)
            if not epoch or not 300 < number(epoch[1]) < 750:
                complaints.append(f"{width} px: the middle says {text!r}")
                continue
            for series in names:
                value = re.search(re.escape(series) + r" (−?[\d.,]+)", text)
                right = rows[series, number(epoch[1])]
                if not value or abs(number(value[1]) - right) > 0.01:
                    complaints.append(f"{width} px: {text!r}, but {series} is {right}")
            page.point(left + wide / 2, top - 40)
            if page.run(tip):
                complaints.append(f"{width} px: the values stay when the pointer leaves")
        opened(address=(site / "index.html").as_uri())
        page.press("Tab", 9)
        page.run(f"{picture}.focus()")
        told = []
        for key, code in [("ArrowRight", 39), ("ArrowRight", 39), ("ArrowDown", 40), ("ArrowLeft", 37)]:
            page.press(key, code)
            told.append(page.run("document.querySelector('[aria-live]').textContent"))
        steps = [re.match(r"Epoch ([\d.,]+)\. (.*?) −", text) for text in told]
        if not all(steps):
            complaints.append(f"the keys lead to {told}")
        else:
            walked = [(number(step[1]), step[2]) for step in steps]
            (start, _), (second, _) = walked[:2]
            wanted = [(start, names[0]), (second, names[0]), (second, names[1]), (start, names[1])]
            if walked != wanted or start != min(x for _, x in rows) or second <= start:
                complaints.append(f"the keys lead to {told}")
        page.press("Escape", 27)
        if page.run(tip):
            complaints.append("Escape leaves the values there")
        before = page.run(f"document.activeElement === {picture}")
        page.press("Tab", 9)
        if not before or page.run(f"document.activeElement === {picture}"):
            complaints.append("Tab does not lead out of the figure")
        page.show(1280, scripts=False)
        page.open((site / "index.html").as_uri())
        if page.run("document.querySelectorAll('.picture[tabindex], .tip').length"):
            complaints.append("without the script a figure takes the focus and does nothing")
        page.show(1280)
        return complaints

    def cells():
        """On cells, all four arrows lead to the neighbour."""
        opened(address=(site / "a-gallery.html").as_uri())
        page.press("Tab", 9)
        page.run("document.querySelector('#fig-gallery-cell .picture').focus()")
        told = []
        for key, code in [("Home", 36), ("ArrowRight", 39), ("ArrowUp", 38), ("ArrowLeft", 37), ("ArrowDown", 40)]:
            page.press(key, code)
            told.append(page.run("document.querySelector('[aria-live]').textContent").split(".")[0])
        return [] if told[0] == told[4] and len(set(told)) == 4 else [f"round a square: {told}"]

    return [
        ("figures tell their values by pointer and by keys", readout),
        ("the arrow keys walk over cells", cells),
        ("a slider chooses one of the pictures", slider),
        ("search: / goes there, arrows choose, Enter opens", search),
        ("search says when its texts are missing, and asks again", missing),
        ("the theme toggle works, is remembered, and paper stays white", theme),
        ("the copy button copies the listing", copy),
        ("folded code opens", fold),
    ]
