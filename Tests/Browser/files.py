"""What can be known of a site without a browser."""

import gzip
import html.parser
import re
import subprocess
import urllib.parse


class Document(html.parser.HTMLParser):
    """The names that a page defines, the links it has, and what it loads."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.loads, self.repeated = set(), [], [], []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    self.repeated.append(value)
                self.ids.add(value)
            elif name == "href" and tag == "a":
                self.links.append(value)
            elif name in ["href", "src", "srcset", "poster", "data"] and tag != "a":
                self.loads.append(value)


def links(site, pages):
    documents = {page.name: Document(page) for page in pages}
    complaints = []
    for name, document in documents.items():
        complaints += [f"{name}: the id “{repeated}” stands twice" for repeated in document.repeated]
        for link in document.links + document.loads:
            place = urllib.parse.urlsplit(link)
            if place.scheme or place.netloc:
                if link in document.loads:
                    complaints.append(f"{name} loads {link}")
                continue
            file = urllib.parse.unquote(place.path) or name
            anchor = urllib.parse.unquote(place.fragment)
            if not (site / file).is_file():
                complaints.append(f"{name}: {link} is no file")
            elif anchor and file in documents and anchor not in documents[file].ids:
                complaints.append(f"{name}: {link} names nothing")
    return complaints


def sizes(site, pages):
    """The bytes of each page with style sheet and script, compressed."""
    shared = sum(len(gzip.compress((site / file).read_bytes())) for file in ["site.css", "site.js"])
    return {page.name: shared + len(gzip.compress(page.read_bytes())) for page in pages}


def weights(site, pages):
    return [f"{name}: {size // 1000} KB" for name, size in sizes(site, pages).items() if size >= 300_000]


def scripts(pages):
    """Nothing but a line that sets the theme runs before the text is there, and all of it works from file://."""
    complaints = []
    for page in pages:
        before, _, after = page.read_text().partition("</main>")
        for attributes, code in re.findall(r"<script([^>]*)>(.*?)</script>", before, re.DOTALL):
            if "src" in attributes or len(code) > 200:
                complaints.append(f"{page.name}: a script before the end of the text: {attributes} {code[:60]}")
        if "<script src=" not in after:
            complaints.append(f"{page.name}: no script after the text")
        if 'type="module"' in before + after:
            complaints.append(f"{page.name}: modules do not load from file://")
    return complaints


def pictures(site):
    complaints = []
    for picture in sorted(site.glob("data/**/*.svg")):
        result = subprocess.run(["rsvg-convert", picture], capture_output=True)
        if result.returncode != 0 or result.stderr or not result.stdout:
            complaints.append(f"{picture.relative_to(site)}: {result.stderr.decode().strip()}")
    return complaints
