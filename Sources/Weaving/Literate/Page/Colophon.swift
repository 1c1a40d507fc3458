import DeterministicMath
import Exhibits

/// The foot of a page: how it was made, by fingerprints rather than dates, so that the same book makes the same page.
enum Colophon {
    static func html(of woven: WovenChapter, in book: Book) -> HTML {
        let chapter = woven.chapter
        let author: HTML = book.settings.author.map { "<p>\($0)</p>\n" } ?? ""
        let source = Digest(of: chapter.source).description.prefix(8)
        let computed: HTML =
            chapter.code.isEmpty
            ? "Nothing on it is computed."
            : """
            Its figures, and all numbers that come from a run, were computed by \(count(woven)); their results have the \
            fingerprint <span class="fingerprint">\(woven.fingerprint)</span>. Running the program again gives the same \
            fingerprint on every machine.
            """
        return """
            <footer class="page-foot">
            \(author)<details><summary>How this page was made</summary>
            <p>Woven from <code>\(chapter.path)</code>, whose text has the fingerprint <span class="fingerprint">\(String(source))</span>. \
            \(computed)</p>
            </details>
            </footer>
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
