import Exhibits

/// A page whose results are cut out: what stands between them, in order.
///
/// A chapter is woven with a mark for each result. Between the marks stands the text that no run changes; where it is found
/// in another version of the page, that version's results stand between.
struct PageSkeleton {
    /// The name of a result on the page.
    enum Result: Hashable, Sendable {
        /// The number of an inline expression.
        case inline(Int)
        /// What a cell printed, showed and checked.
        case cell(Int)
        /// The fingerprint of all of them.
        case fingerprint
    }

    /// A character that no chapter contains.
    private static let mark: Character = "\u{f8ff}"

    private let results: [Result]
    /// One more than the results.
    private let texts: [Substring]

    /// The skeletons of a book's pages, by the pages' names: pages on which every result is a mark.
    static func skeletons(of book: Book) -> [String: PageSkeleton] {
        let pages = book.chapters.map { chapter in
            var transcript = Transcript()
            for index in chapter.inlines.indices { transcript.inlines[index] = "\(mark)i\(index)\(mark)" }
            let marks = PageMarks(
                cells: chapter.cells.map { "\(mark)c\($0.index)\(mark)" }, fingerprint: "\(mark)f0\(mark)")
            return Page(rendering: WovenChapter(weaving: chapter, with: transcript), in: book, marks: marks)
        }
        return Dictionary(uniqueKeysWithValues: pages.map { ($0.name, PageSkeleton(marked: $0.html)) })
    }

    /// - Parameter texts: what stands before, between and behind the results: one more than these.
    init(results: [Result], texts: [Substring]) {
        self.results = results
        self.texts = texts
    }

    private init(marked html: String) {
        let parts = html.split(separator: Self.mark, omittingEmptySubsequences: false)
        // Texts and names take turns.
        let names = parts.indices.filter { !$0.isMultiple(of: 2) }.map { index -> Result in
            let number = Int(parts[index].dropFirst())!
            return switch parts[index].first {
            case "i": .inline(number)
            case "c": .cell(number)
            default: .fingerprint
            }
        }
        results = names
        texts = parts.indices.filter { $0.isMultiple(of: 2) }.map { index in
            // Results of cells end their last line themselves; behind a mark libcmark does.
            if index > 0, case .cell = names[index / 2 - 1], parts[index].first == "\n" {
                return parts[index].dropFirst()
            }
            return parts[index]
        }
    }

    /// The results in a version of the page, in their order; nil if anything but results differs.
    func results(in page: Substring) -> [(result: Result, html: Substring)]? {
        var found: [(Result, Substring)] = []
        guard page.hasPrefix(texts[0]) else { return nil }
        if results.isEmpty { return page == texts[0] ? [] : nil }
        var start = page.index(page.startIndex, offsetBy: texts[0].count)
        for (result, text) in zip(results, texts.dropFirst()) {
            // The last text reaches to the end of the page.
            let isLast = found.count == results.count - 1
            guard let range = isLast ? page[start...].suffix(text) : page[start...].firstRange(of: text) else {
                return nil
            }
            found.append((result, page[start..<range.lowerBound]))
            start = range.upperBound
        }
        return start == page.endIndex ? found : nil
    }
}

extension Substring {
    /// The range of `text` at the end; nil if something else stands there.
    fileprivate func suffix(_ text: Substring) -> Range<Index>? {
        guard hasSuffix(text) else { return nil }
        return index(endIndex, offsetBy: -text.count)..<endIndex
    }
}
