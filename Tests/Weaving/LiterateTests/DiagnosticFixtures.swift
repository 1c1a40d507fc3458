/// A book with one thing wrong, for each thing that can be wrong.
struct DiagnosticFixture: Sendable {
    let title: String
    let files: [String: String]
    var timeout = 60

    /// At which stage it is found.
    enum Kind: CaseIterable {
        case reading, warnings, compiling, running

        var fixtures: [DiagnosticFixture] {
            switch self {
            case .reading: DiagnosticFixture.reading
            case .warnings: DiagnosticFixture.warnings
            case .compiling: DiagnosticFixture.compiling
            case .running: DiagnosticFixture.running
            }
        }
    }

    /// A book of one chapter.
    init(_ title: String, _ chapter: String, timeout: Int = 60) {
        self.init(title, files: ["01-a.md": chapter], timeout: timeout)
    }

    init(_ title: String, files: [String: String], timeout: Int = 60) {
        self.title = title
        self.files = files
        self.timeout = timeout
    }

    /// What is found by reading.
    static let reading = [
        DiagnosticFixture("A folder without chapters", files: [:]),
        DiagnosticFixture("Two chapters with the same number", files: ["01-a.md": "# A\n", "01-b.md": "# B\n"]),
        DiagnosticFixture(
            "Quotations, lists or marks without end", String(repeating: ">", count: 150) + " x\n"),
        DiagnosticFixture("Front matter that is not YAML", "---\ntitle: A\n\nText.\n"),
        DiagnosticFixture("An unknown key of the front matter", "---\ntitel: A\n---\n"),
        DiagnosticFixture("A value of the wrong type", "---\ntitle: [a]\n---\n"),
        DiagnosticFixture(
            "A book.yml that is not YAML", files: ["01-a.md": "# A\n", "book.yml": "title: \"A\nauthor: B\n"]),
        DiagnosticFixture(
            "A language in which weave has no words", files: ["01-a.md": "# A\n", "book.yml": "lang: pt\n"]),
        DiagnosticFixture(
            "An unknown key in book.yml", files: ["01-a.md": "# A\n", "book.yml": "titel: B\n"]),
        DiagnosticFixture(
            "A chapter in two parts of the book",
            files: [
                "01-a.md": "# A\n", "02-b.md": "# B\n",
                "book.yml": "parts:\n  - title: One\n    chapters: 1-2\n  - title: Two\n    chapters: [2]\n",
            ]),
        DiagnosticFixture(
            "A chapter in no part, and a part with a chapter that the book does not have",
            files: [
                "01-a.md": "# A\n", "02-b.md": "# B\n",
                "book.yml": "parts:\n  - title: One\n    chapters: [1, 3]\n",
            ]),
        DiagnosticFixture(
            "A part without a title, and chapters that are no numbers",
            files: ["a-a.md": "# A\n", "book.yml": "parts:\n  - chapters: one\n"]),
        DiagnosticFixture(
            "A term of the glossary that no chapter defines",
            files: ["01-a.md": "A **policy**.\n", "book.yml": "glossary:\n  - policy\n  - reward\n"]),
        DiagnosticFixture(
            "A citation of a work that references.bib does not have",
            files: [
                "01-a.md": "See [@wiliams1992].\n",
                "references.bib": "@book{williams1992, author = {W}, title = {T}, year = 1992}\n",
            ]),
        DiagnosticFixture(
            "A citation of a work without a year",
            files: ["01-a.md": "See [@w].\n", "references.bib": "@book{w, author = {W}, title = {T}}\n"]),
        DiagnosticFixture(
            "A reference to a heading of which there are two",
            files: ["01-a.md": "## Visual\n\nSee @sec-visual.\n", "02-b.md": "# B\n\n## Visual\n"]),
        DiagnosticFixture("A link that would run a script", "A [click](javascript:alert(1)).\n"),
        DiagnosticFixture(
            "A caption that is a list", "```swift\n//| label: lst-a\n//| lst-cap: - one\nlet a = 1\n```\n"),
        DiagnosticFixture(
            "A caption of a listing without a label", "```swift\n//| lst-cap: A\nlet a = 1\n```\n"),
        DiagnosticFixture("An unknown option", "```swift\n//| lable: fig-a\n```\n"),
        DiagnosticFixture("A wrong value of an option", "```swift\n//| echo: no\n```\n"),
        DiagnosticFixture(
            "A cell that remembers nothing and is to be kept", "```swift\n//| keep: true\nlet a = 1\n```\n"),
        DiagnosticFixture("An option without a colon", "```swift\n//| echo\n```\n"),
        DiagnosticFixture("An unknown kind of cell", "```swift no_rum\n```\n"),
        DiagnosticFixture("A cell of two kinds", "```swift no_run compile_fail\n```\n"),
        DiagnosticFixture("An option given twice", "```swift\n//| echo: false\n//| echo: true\n```\n"),
        DiagnosticFixture(
            "Two captions", "```swift\n//| fig-cap: A\n//| tbl-cap: B\nlet a = 1\n```\n"),
        DiagnosticFixture("A label that does not say what it labels", "```swift\n//| label: window\n```\n"),
        DiagnosticFixture(
            "A label given twice",
            files: ["01-a.md": "## A {#sec-a}\n", "02-b.md": "# B\n\n## A {#sec-a}\n"]),
        DiagnosticFixture(
            "A reference that leads nowhere", "See @fig-windov.\n\n```swift no_run\n//| label: lst-window\n```\n"),
        DiagnosticFixture("A link that leads nowhere", "The [next](02-b.md) chapter.\n"),
        DiagnosticFixture("A missing image", "![A cat](cat.png)\n"),
        DiagnosticFixture("A note that is not defined", "A claim[^source].\n"),
        DiagnosticFixture("A formula that can not be read", "The mean $`\\frac{1}`$ is\n"),
        DiagnosticFixture("An expression without an expression", "The mean is `{swift}`.\n"),
        DiagnosticFixture(
            "A label on a cell that shows nothing", "```swift no_run\n//| label: fig-a\n```\n"),
    ]

    /// What is only worth a warning.
    static let warnings = [
        DiagnosticFixture("A note that is never used", "Text.\n\n[^source]: Sutton.\n"),
        DiagnosticFixture("A formula between bare dollar signs", "The mean $x$ is\n"),
        DiagnosticFixture("A label where there can be none", "A table:\n\n: The costs {#tbl-cost}\n"),
        DiagnosticFixture("An attribute", "## The floor {.unnumbered}\n"),
        DiagnosticFixture("A block of another tool", "::: {.callout-note}\nA note.\n:::\n\n> [!SIDEBAR]\n> Aside.\n"),
        DiagnosticFixture(
            "Chapters of another tool, and in a folder",
            files: ["01-a.md": "# A\n", "02-b.qmd": "# B\n", "more/03-c.md": "# C\n"]),
        DiagnosticFixture("A note with a list", "Text[^a].\n\n[^a]: A note.\n\n    - a list in it\n"),
        DiagnosticFixture("A row with too many cells", "| f | g |\n|---|---|\n| `a|b` | c |\n"),
        DiagnosticFixture("An element that HTML does not have", "<placeholder>\nText.\n"),
        DiagnosticFixture("Markup of another tool", "See [[another page]] and x^2^.\n"),
        DiagnosticFixture(
            "A character that turns the direction of the text", "```swift\nlet isAdmin = false // \u{202e} true\n```\n"),
        DiagnosticFixture("An expression in the title", "# The answer is `{swift} 6 * 7`\n"),
        DiagnosticFixture("A comment that looks like an option", "```swift no_run\nlet a = 1\n//| echo: false\n```\n"),
        DiagnosticFixture("A fence that starts no cell", "```Swift\nlet a = 1\n```\n"),
        DiagnosticFixture("Code that is no expression", "The mean is `{swfit} 3`.\n"),
    ]

    /// What is found by compiling.
    static let compiling = [
        DiagnosticFixture(
            "A compiler's error in a cell", "```swift\nlet count = 1\nlet text: String = count\n```\n"),
        DiagnosticFixture("A compiler's error in the prose", "The mean is `{swift} meen`.\n"),
        DiagnosticFixture(
            "A compiler's warning in the prose", "A line before.\nThe first is `{swift} [1].first as Int?`.\n"),
        DiagnosticFixture(
            "A compiler's error in a caption",
            "```swift\n//| lst-cap: Of `{swift} meen`.\n//| label: lst-a\nlet mean = 1\n```\n"),
        DiagnosticFixture(
            "A bracket that is never closed", "```swift\nfunc f() {\n```\n\n```swift\nlet a = 1\n```\n"),
        DiagnosticFixture(
            "A variable of a later cell", "The mean is `{swift} mean`.\n\n```swift\nlet mean = 3\n```\n"),
        DiagnosticFixture("A cell that must not compile and does", "```swift compile_fail\nlet a = 1\n```\n"),
    ]

    /// What is found by running.
    static let running = [
        DiagnosticFixture(
            "A remembered block that prints",
            "```swift\nlet sum = remember(\"sum\") {\n    print(\"adding\")\n    return (1...9).reduce(0, +)\n}\n```\n"),
        DiagnosticFixture(
            "A remembered block that is different each time",
            "```swift\nlet runs = try await remember(\"runs\", for: [1, 1]) { _ in Double.random(in: 0...1) }\n```\n"),
        DiagnosticFixture("A trap", "```swift\nlet list = [1]\nprint(list[Int(\"7\")!])\n```\n"),
        DiagnosticFixture("A fatal error", "```swift\nfatalError(\"no data\")\n```\n"),
        DiagnosticFixture("An error that is thrown", "```swift\nstruct NoData: Error {}\nthrow NoData()\n```\n"),
        DiagnosticFixture("A cell that ends the process", "```swift\nimport Foundation\nexit(3)\n```\n"),
        DiagnosticFixture("A cell that runs too long", "```swift\nwhile true {}\n```\n", timeout: 1),
        DiagnosticFixture(
            "A cell that prints without end",
            "```swift\nlet line = String(repeating: \"x\", count: 1_000_000)\nwhile true { print(line) }\n```\n"),
        DiagnosticFixture(
            "A cell that closes its output",
            "```swift\nimport Foundation\nclose(STDOUT_FILENO)\nprint(\"The mean is 3.\")\n```\n"),
        DiagnosticFixture("A cell that must trap and does not", "```swift should_trap\nprint(1)\n```\n"),
        DiagnosticFixture(
            "A sentence that is not true",
            "```swift\nlet gain = 29\nclaim(gain > 30, \"the gain is more than 30\")\n```\n"),
        DiagnosticFixture("An expression without a value", "The best is `{swift} [Int]().max()`.\n"),
        DiagnosticFixture(
            "A figure that can not be shown",
            "```swift\nshow(Figure(\"Empty\") { Line([(Int, Double)](), x: \\.0, y: \\.1) })\n```\n"),
        DiagnosticFixture(
            "A label for one figure on a cell that shows none", "```swift\n//| label: fig-a\nlet a = 1\n```\n"),
        DiagnosticFixture(
            "A caption on a cell that shows nothing", "```swift\n//| fig-cap: The mean\nlet a = 1\n```\n"),
        DiagnosticFixture(
            "A label for one figure on a cell that shows a table",
            "```swift\n//| label: fig-a\nshow(Table([1]) { Column(\"x\", \\.self) })\n```\n"),
    ]
}
