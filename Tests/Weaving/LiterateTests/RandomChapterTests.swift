import DeterministicMath
import Foundation
import Markdown
import Scanning
import TestSupport
import Testing

@testable import Literate

/// Random and mutated chapters: whatever an author writes, weave answers with a page or with diagnostics.
///
/// `FUZZ_CHAPTERS=100000 swift test --filter RandomChapterTests` is the long run; without it a few hundred are tried.
struct RandomChapterTests {
    private static let pieces = [
        "# Title\n", "## A {#sec-a}\n", "Text @fig-a, @sec-a and @tbl-", "`{swift} x + 1`", "`{swift}`",
        "$`\\frac{a}{b}`$",
        "$`\\frac`$", "```math\nx \\label{eq-x}\n```\n", "```swift\n", "```\n", "//| label: fig-a\n",
        "//| fig-cap: `{swift} y`\n",
        "//|    more\n", "//| timeout: x\n", "let (a, b) = (1, \"\\(c)\")\n", "swift should_trap\n", "---\n",
        "title: a\n",
        "[^n]", "[^n]: Note.\n", "| a | b |\n|---|--:|\n| 1 | 2 |\n", ": caption {#tbl-x}\n", "> ", "- ", "1. ", "\t",
        "   ",
        "![x](y.png)", "[x](#y)", "<b>", "\"\"\"", "/*", "}", "{", "é", "日本", "\u{0}", "\u{202e}", "\r\n", "\r",
        "\u{2028}", "\n",
        "\n\n", "[@key]", "@@@", "\\", "`", "``", "*", "_", "&amp;", "🧑‍🚀", "#\"", "@sourceLocation", "\"",
        // What GitHub and other tools have beside CommonMark.
        "> [!NOTE]\n", "> [!WARNING]\n> x\n", "- [ ] ", "- [x] done\n", "Term\n: Definition\n", ": ",
        "[^n]: First.\n\n    Second.\n", "![A *map*](y.png){#fig-p}\n\n", "![c](y.png \"t\")", "{#fig-q}", "{.c}",
        "{style=\"a b\"}", "$$x$$", "\\(x\\)", "\\[y\\]", "[see @key, p. 3; -@other]", "@key", "~~", "https://e.org ",
        "me@e.org", "<details>\n", "</details>\n", "<a href='x'", "<img src=y.png>", "\u{2066}", "--flag ",
    ]

    @Test func `any chapter is parsed, tangled and woven without a crash`() throws {
        let count = ProcessInfo.processInfo.environment["FUZZ_CHAPTERS"].flatMap(Int.init) ?? 300
        let real = try String(contentsOf: Repository.file("chapters/01-the-model.md"), encoding: .utf8)
        let sections = real.split(separator: "\n\n").map(String.init)
        var random = Xoshiro256StarStar(seed: 20_26)
        func pick<Element>(_ list: [Element]) -> Element { list[Int(random.next() % UInt64(list.count))] }
        var diagnosed = 0
        for number in 0..<count {
            var text = ""
            var words: [String] = []
            for _ in 0..<(1 + Int(random.next() % 24)) {
                text += pick(Self.pieces)
                guard random.next() % 8 == 0 else { continue }
                words.append("w\(number)w\(words.count)w")
                text += "\n\n\(words.last!)\n\n"
            }
            if number.isMultiple(of: 3) {
                // A piece of a real chapter with bytes changed, cut out or doubled.
                var bytes = Array((pick(sections) + "\n\n" + text + pick(sections)).utf8)
                for _ in 0..<(1 + Int(random.next() % 8)) where !bytes.isEmpty {
                    let place = Int(random.next() % UInt64(bytes.count))
                    switch random.next() % 3 {
                    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                    default: bytes.insert(contentsOf: bytes.suffix(from: place).prefix(20), at: place)
                    }
                }
                text = String(decoding: bytes, as: UTF8.self)
                // Where bytes are changed, a word may be.
                words = []
            }
            diagnosed += weave(text, words: words) ? 1 : 0
        }
        // Chapters that are all wrong, or all right, would test little.
        #expect(diagnosed > count / 10 && diagnosed < count)
    }

    private static let bibliography: Bibliography = {
        var found: [Diagnostic] = []
        return Bibliography(
            parsing: "@misc{key, author={A <b>}, title={T}, year=1}\n@misc{other, author={B}, title={T}, year=2}\n",
            path: "references.bib", diagnostics: &found)
    }()

    /// Takes a chapter all the way, but for running it.
    ///
    /// - Parameter words: what must be on the page, unless an error is told.
    /// - Returns: whether anything is wrong with it.
    private func weave(_ text: String, words: [String]) -> Bool {
        let read = Chapter(parsing: text, path: "chapters/01-a.md", stem: "01-a")
        let outline = ChapterOutline(of: read)
        var linker = Linker(
            chapter: read, labels: Dictionary(read.labels.map { ($0.label, $0) }) { first, _ in first },
            pages: [read.page: outline], folder: URL(fileURLWithPath: "/nowhere"), bibliography: Self.bibliography)
        let chapter = linker.linked()
        _ = Program(tangling: chapter, modules: ["Figures"]).meaning(with: chapter)
        _ = EarlyUse.suspects(in: chapter)
        _ = TangledChapter(of: chapter, modules: [])
        var transcript = Transcript()
        for index in chapter.inlines.indices { transcript.inlines[index] = "<script>\(index)" }
        for cell in chapter.cells { transcript.cells[cell.index] = .init(output: "<script>", failure: "<script>") }
        let glossary = Glossary(terms: ["x", "caption", "é"], in: [ChapterOutline(of: chapter)], at: 0)
        var woven = WovenChapter(weaving: chapter, with: transcript)
        woven.blocks = glossary.linked(woven.blocks, of: chapter).blocks
        let rendering = Rendering(chapter: chapter)
        let cells = CellBox(woven: woven, rendering: rendering, marks: nil)
        let page = Rendering(chapter: chapter, cells: { cells.html(of: chapter.cells[$0]) }).html(of: woven.blocks).text
        _ = ChapterTexts.sections(of: woven, inserting: [:])
        if !chapter.diagnostics.hasErrors {
            // A formula is on the page letter by letter; a caption waits for its figure.
            let elsewhere = [chapter.title, "\(chapter.formulas.keys)", "\(chapter.cells.map(\.options))"].joined()
            for word in words where !page.contains(word) && !elsewhere.contains(word) {
                Issue.record("\(word) is lost: \(text.debugDescription)")
            }
        }
        // What is computed is text; only the author's own Markdown may contain HTML.
        #expect(!page.contains("<script>"))
        for diagnostic in chapter.diagnostics {
            _ = diagnostic.position.flatMap { Excerpt(of: text, at: $0) }?.description
        }
        return !chapter.diagnostics.isEmpty
    }
}
