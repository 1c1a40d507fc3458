import Foundation
import Scanning

/// The text of a page as the page of the whole book has it.
struct PrintedChapter: Sendable {
    /// A section of it.
    struct Section: Sendable {
        /// The heading, as HTML.
        let title: String
        /// Its `id` on the page of the whole book.
        let anchor: String
    }

    /// The name of the page.
    let page: String
    /// The `id` of the whole text.
    let anchor: String
    /// The sections of level 2.
    let sections: [Section]
    /// The HTML.
    let article: [UInt8]

    /// - Parameter numbers: the numbers of all pages, by their names and addresses.
    init(of page: Page, number: Int, among numbers: [String: Int]) {
        self.page = page.name
        let prefix = "c\(number)"
        anchor = prefix
        var html = Self.article(of: Array(page.files[page.name] ?? Data()))
        sections = Self.takeContents(from: &html).map {
            Section(title: $0.title, anchor: "\(prefix)-\($0.anchor)")
        }
        html = HTMLAttributes.replacing(in: html) { attribute, old in
            switch attribute.name {
            case "id", "for", "list": "\(prefix)-\(old)"
            case "name": attribute.element == "a" ? "\(prefix)-\(old)" : nil
            case "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers":
                old.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
            case "href", "xlink:href": Self.place(of: old, on: number, among: numbers)
            default: nil
            }
        }
        for fold in ["<details", "<details class=\"fold\""] {
            html = html.replacing(all: "\(fold)>", with: "\(fold) open>")
        }
        article = html
    }

    /// The place on the page of the whole book to which a link leads; nil if it leads out of the book.
    private static func place(of address: String, on number: Int, among numbers: [String: Int]) -> String? {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = String(parts[0])
        guard let target = file.isEmpty ? number : numbers[file] ?? numbers[file.removingPercentEncoding ?? file] else {
            return nil
        }
        guard parts.count > 1, !parts[1].isEmpty else { return "#c\(target)" }
        return "#c\(target)-\(parts[1])"
    }

    /// What stands between the marks of a page's own article.
    private static func article(of html: [UInt8]) -> [UInt8] {
        let (open, close) = (Array("<article>\n".utf8), Array("</article>\n".utf8))
        guard let start = html.firstRange(of: open, from: 0)?.upperBound else { return [] }
        var end = html.count - close.count
        while end > start, !html[end...].starts(with: close) { end -= 1 }
        return Array(html[start..<max(start, end)])
    }

    /// Takes the list of sections out of the page's head.
    private static func takeContents(from html: inout [UInt8]) -> [(title: String, anchor: String)] {
        guard let start = html.firstRange(of: Array("</header>\n".utf8), from: 0)?.upperBound,
            html[start...].starts(with: "<nav class=\"contents\"".utf8),
            let end = html.firstRange(of: Array("</script>".utf8), from: start)?.upperBound
        else { return [] }
        let list = String(decoding: html[start..<end], as: UTF8.self)
        html.removeSubrange(start..<end)
        return list.split(separator: "\n").compactMap { line in
            guard let item = line.wholeMatch(of: #/<li class="level-2"><a href="#([^"]*)">(.*)<\/a><\/li>/#) else {
                return nil
            }
            return (String(item.output.2), String(item.output.1))
        }
    }
}
