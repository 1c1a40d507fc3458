import Markdown

/// One work of a bibliography.
struct BibliographyEntry: Hashable, Sendable {
    /// What `[@key]` names.
    var key: String
    /// `article`, `book` and the like.
    var kind: String
    /// The fields by their names in small letters.
    var fields: [String: String] = [:]
    /// Where the entry stands in the file.
    var position: SourcePosition

    /// Fields that every entry needs.
    static let needed = ["author", "title", "year"]

    init(key: String, kind: String, position: SourcePosition) {
        self.key = key
        self.kind = kind
        self.position = position
    }

    /// The `id` in a page's list.
    var anchor: String { "ref-" + key }

    /// The authors, each as family name and given names.
    private var authors: [(family: String, given: String)] {
        (fields["author"] ?? "").split(separator: " and ").map { author in
            let parts = author.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
            if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
            let words = author.split(separator: " ")
            return (String(words.last ?? ""), words.dropLast().joined(separator: " "))
        }
    }

    /// `Williams`, `Sutton and Barto`, `Greensmith et al.`
    var shortAuthors: String {
        let names = authors.map(\.family)
        return names.count > 2 ? names[0] + " et al." : names.joined(separator: " and ")
    }

    /// As a sentence names it: `Greensmith et al. 2004`.
    var shortName: String { "\(shortAuthors) \(fields["year"] ?? "")" }

    /// What lists are sorted by.
    var sortKey: String { (authors.map(\.family).joined(separator: " ") + " " + (fields["year"] ?? "")).lowercased() }

    /// Where the work can be read.
    private var address: String? {
        if let url = fields["url"] { return url }
        if let doi = fields["doi"] { return "https://doi.org/" + doi }
        return fields["eprint"].map { "https://arxiv.org/abs/" + $0 }
    }

    /// The whole entry: authors, year, title, where it appeared.
    var inlines: [Inline] {
        let names = authors.map { $0.given.isEmpty ? $0.family : "\($0.given) \($0.family)" }
        let list = names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.last!
        let range = SourceRange(start: position, end: position)
        func text(_ text: String) -> Inline { Inline(.text(text), at: range) }
        let words = fields["title"] ?? ""
        let title = address.map { Inline(.link(destination: $0, title: "", [text(words)]), at: range) } ?? text(words)
        var place = fields["journal"] ?? fields["booktitle"] ?? fields["publisher"] ?? ""
        if let volume = fields["volume"] { place += " \(volume)" }
        if let number = fields["number"] { place += "(\(number))" }
        if let pages = fields["pages"] { place += ", \(pages)" }
        if let eprint = fields["eprint"] { place += (place.isEmpty ? "" : "; ") + "arXiv:\(eprint)" }
        let end = place.isEmpty ? "" : " \(place)."
        // A question or a call ends by itself.
        let stop = words.hasSuffix("?") || words.hasSuffix("!") ? "" : "."
        return [text("\(list) (\(fields["year"] ?? "")). "), title, text(stop + end)]
    }
}
