"""What the script adds to a page, driven as a reader would, from file://."""


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
        page.send("Emulation.setEmulatedMedia", media="print")
        if page.run(paper) != before:
            complaints.append("a page chosen dark prints dark")
        page.run("localStorage.clear()")
        return complaints

    def copy():
        page.browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        opened()
        page.click(".cell .copy")
        copied = page.run("new Promise((done) => setTimeout(done, 200)).then(() => navigator.clipboard.readText())")
        code = page.run("document.querySelector('.cell pre.code code').textContent")
        if copied != code:
            return [f"copied {copied!r} instead of {code!r}"]
        # A listing that lost its line ends would be of no use to anyone.
        return [] if code.count("\n") >= 2 else [f"the listing has too few lines: {code!r}"]

    def fold():
        opened()
        visible = "document.querySelector('details.fold pre').checkVisibility({contentVisibilityAuto: true})"
        before = page.run(visible)
        page.click("details.fold summary")
        return [] if not before and page.run(visible) else ["folded code does not open"]

    return [
        ("the theme toggle works, is remembered, and paper stays white", theme),
        ("the copy button copies the listing", copy),
        ("folded code opens", fold),
    ]
