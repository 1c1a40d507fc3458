import Markdown

/// Titles and headings where lists of them show them.
enum HeadingList {
    /// The headings of a page by their `id`.
    static func html(of woven: WovenChapter) -> [String: HTML] {
        let rendering = Rendering(chapter: woven.chapter)
        var result: [String: HTML] = [:]
        func add(_ blocks: [Block]) {
            for block in blocks {
                switch block.kind {
                case .section(_, let anchor, _, let inlines):
                    result[anchor] = rendering.html(of: HeadingText.plain(inlines))
                case .blockQuote(let inner), .alert(_, let inner), .wrapped(_, let inner, _): add(inner)
                case .list(_, let items): items.forEach { add($0.blocks) }
                default: break
                }
            }
        }
        add(woven.blocks)
        return result
    }

    /// The title of a chapter, with its formulas and marks.
    static func title(_ title: String, of inlines: [Inline]) -> HTML {
        inlines.isEmpty ? "\(title)" : Rendering(chapter: Glossary.chapter).html(of: inlines)
    }
}
