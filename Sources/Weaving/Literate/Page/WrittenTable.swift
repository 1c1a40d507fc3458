import Exhibits
import Markdown

/// The data of the tables that an author wrote with pipes, as computed tables have it.
enum WrittenTable {
    /// The files of all such tables of a chapter that have a caption, by their paths in the site.
    static func files(of woven: WovenChapter) -> [String: String] {
        var files: [String: String] = [:]
        func add(_ blocks: [Block]) {
            for block in blocks {
                switch block.kind {
                case .table(let table):
                    guard let anchor = table.anchor else { continue }
                    files["data/\(woven.chapter.stem)/\(anchor).csv"] = contents(of: table, in: woven.chapter).data.csv
                case .blockQuote(let inner), .alert(_, let inner), .wrapped(_, let inner, _): add(inner)
                case .list(_, let items): items.forEach { add($0.blocks) }
                default: break
                }
            }
        }
        add(woven.blocks)
        return files
    }

    private static func contents(of table: PipeTable, in chapter: Chapter) -> TableContents {
        func texts(_ cells: [[Inline]]) -> [String] { cells.map { ChapterTexts.text(of: $0, in: chapter) } }
        let rows = table.rows.map(texts)
        let columns = texts(table.header).enumerated().map { index, title in
            let column = rows.map { $0[index] }
            let isNumeric = column.allSatisfy { isNumber($0) || $0 == "–" } && column.contains(where: isNumber)
            return TableContents.Column(title: title, isNumeric: isNumeric)
        }
        return TableContents(columns: columns, rows: rows)
    }

    /// Whether a text is a number as the book writes numbers: `−1,234.5`, `0.3 ± 0.1`, `12 %`.
    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: #/[−-]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?(?:[ \u00a0]±[ \u00a0]\d+(?:\.\d+)?)?(?:[ \u00a0]?%)?/#)
            != nil
    }
}
