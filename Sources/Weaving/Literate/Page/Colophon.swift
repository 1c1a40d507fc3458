import DeterministicMath
import Exhibits

/// The foot of a page: how it was made, by fingerprints rather than dates, so that the same book makes the same page.
enum Colophon {
    /// - Parameter fingerprint: what stands for that of the results; nil for their own.
    static func html(of woven: WovenChapter, in book: Book, fingerprint: String? = nil) -> HTML {
        let chapter = woven.chapter
        let author: HTML = book.settings.author.map { "<p>\($0)</p>\n" } ?? ""
        let origin = book.settings.origin
        let report: HTML =
            origin.report(on: chapter.path).map { "\n<p><a href=\"\($0)\">\(chapter.language(.report))</a></p>" } ?? ""
        let source = Digest(of: chapter.source).description.prefix(8)
        let computed: HTML =
            chapter.code.isEmpty
            ? "Nothing on it is computed."
            : """
            Its figures, and all numbers that come from a run, were computed by \(count(woven)); their results have the \
            fingerprint <span class="fingerprint">\(fingerprint ?? woven.fingerprint)</span>. Running the program again gives the same \
            fingerprint on every machine.\(kept(chapter, in: book))
            """
        return """
            <footer class="page-foot">
            \(author)<details><summary>\(chapter.language(.howMade))</summary>
            <p\(chapter.language.markOfEnglish)>Woven from \(text(chapter.path, at: origin.source(of: chapter.path))), whose text has the fingerprint \
            <span class="fingerprint">\(String(source))</span>. \(computed)</p>
            \(whence(book))</details>\(report)
            </footer>
            """
    }

    /// A path, which leads to its file where that has an address.
    private static func text(_ path: String, at address: String?) -> HTML {
        address.map { "<a href=\"\($0)\"><code>\(path)</code></a>" } ?? "<code>\(path)</code>"
    }

    /// The book's version, repository and licence, as far as it says.
    private static func whence(_ book: Book) -> HTML {
        let origin = book.settings.origin
        let parts: [HTML] = [
            origin.version.map { "version \($0)" },
            origin.repository.map { "from <a href=\"\($0)\">\($0)</a>" },
            origin.licence.map { "under the licence \($0)" },
        ].compactMap(\.self)
        guard !parts.isEmpty else { return "" }
        let list = parts.enumerated().map { "\($0 == 0 ? "" : ", ")\($1)" as HTML }
        return "<p\(book.settings.language.markOfEnglish)>\(book.settings.title): \(list).</p>\n"
    }

    /// What is kept with the book, which is the same whether a weave used it or computed it again.
    private static func kept(_ chapter: Chapter, in book: Book) -> HTML {
        let cells = chapter.cells.filter { $0.options.isKept && $0.remembers }
        guard !cells.isEmpty else { return "" }
        let names = cells.flatMap { $0.code.matches(of: #/\bremember\(\s*"([^"\\]+)"/#).map { String($0.output.1) } }
        let list = names.enumerated().map { index, name in
            "\(index == 0 ? "" : index == names.count - 1 ? " and " : ", ")<code>\(name)</code>" as HTML
        }
        return """
             What it remembers\(names.isEmpty ? "" : " as " as HTML)\(list) is kept with the book, in \
            <code>\(book.name)/\(KeptFile.path(of: chapter.stem))</code>, under keys that name all it depends on; \
            <code>swift run weave --fresh</code> computes it again, and <code>swift run weave check</code> compares.
            """
    }

    /// `its 14 cells of Swift and 23 expressions in its sentences`.
    private static func count(_ woven: WovenChapter) -> String {
        let cells = woven.chapter.cells.count { $0.kind == .run }
        let inlines = woven.chapter.inlines.count
        let program = "\(NumberFormat.integer(cells)) \(cells == 1 ? "cell" : "cells") of Swift"
        guard inlines > 0 else { return program }
        return program
            + " and \(NumberFormat.integer(inlines)) \(inlines == 1 ? "expression" : "expressions") in its sentences"
    }
}
