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
    /// `a`, `b`, … for works of the same authors in the same year; empty for others.
    var yearLetter = ""

    /// The fields with names of people.
    static let nameFields: Set = ["author", "editor"]
    /// The fields that a page shows.
    static let shown: Set = [
        "author", "editor", "title", "year", "date", "journal", "journaltitle", "booktitle", "school", "institution",
        "organization", "publisher", "howpublished", "volume", "number", "pages", "edition",
    ]

    init(key: String, kind: String, position: SourcePosition) {
        self.key = key
        self.kind = kind
        self.position = position
    }

    /// The first of the fields that needs a value and has none; nil if nothing is missing.
    var missing: String? {
        if people.names.isEmpty, institution == nil { return "author" }
        if fields["title"]?.isEmpty ?? true { return "title" }
        return year.isEmpty ? "year" : nil
    }

    /// The `id` in a page's list.
    var anchor: String { "ref-" + key }

    /// The authors, or, where there are none, the editors.
    private var people: (names: [PersonName], hasOthers: Bool) {
        PersonName.names(in: fields["author"] ?? fields["editor"] ?? "")
    }

    /// Who published a work without authors.
    private var institution: String? { fields["organization"] ?? fields["institution"] ?? fields["publisher"] }

    /// The year, from `year` or the start of `date`.
    private var year: String {
        fields["year"] ?? fields["date"].map { String($0.prefix { $0 != "-" && $0 != "/" }) } ?? ""
    }

    /// `2001`, or `2001a`.
    var yearText: String { year + yearLetter }

    /// `Williams`, `Sutton and Barto`, `Greensmith et al.`
    var shortAuthors: String {
        let (people, hasOthers) = people
        let names = people.map(\.family)
        guard let first = names.first else { return institution ?? "" }
        return names.count > 2 || hasOthers ? first + " et al." : names.joined(separator: " and ")
    }

    /// As a sentence names it: `Greensmith et al. 2004`.
    var shortName: String { "\(shortAuthors) \(yearText)" }

    /// What lists are sorted by.
    var sortKey: String {
        let names = people.names.isEmpty ? institution ?? "" : people.names.map(\.family).joined(separator: " ")
        return "\(names) \(yearText) \(yearLetter.isEmpty ? "" : fields["title"] ?? "")".lowercased()
    }

    /// What an archive calls the work, which is arXiv where the entry does not name another.
    private var eprint: (name: String, address: String?)? {
        guard let number = fields["eprint"] else { return nil }
        let archive = fields["eprinttype"] ?? fields["archiveprefix"] ?? "arXiv"
        switch archive.lowercased() {
        case "arxiv": return ("arXiv:\(number)", "https://arxiv.org/abs/\(number)")
        case "jstor": return ("JSTOR \(number)", "https://www.jstor.org/stable/\(number)")
        case "pubmed", "pmid": return ("PubMed \(number)", "https://pubmed.ncbi.nlm.nih.gov/\(number)")
        default: return ("\(archive) \(number)", nil)
        }
    }

    /// Where the work can be read.
    private var address: String? {
        if let url = fields["url"] { return url }
        if let doi = fields["doi"] { return doi.hasPrefix("http") ? doi : "https://doi.org/" + doi }
        return eprint?.address
    }

    /// The authors, as the list names them.
    private var list: String {
        let (people, hasOthers) = people
        let names = people.map(\.whole)
        guard let last = names.last else { return institution ?? "" }
        let whole =
            hasOthers
            ? names.joined(separator: ", ") + " and others"
            : names.count < 2 ? last : names.dropLast().joined(separator: ", ") + " and " + last
        return fields["author"] == nil ? whole + (names.count == 1 && !hasOthers ? " (ed.)" : " (eds.)") : whole
    }

    /// Where it appeared.
    private var place: String {
        let holders = ["journal", "journaltitle", "booktitle", "school", "institution", "howpublished"]
        var place = holders.lazy.compactMap { fields[$0] }.first ?? ""
        if place == list { place = "" }
        if let volume = fields["volume"] { place += " \(volume)" }
        if let number = fields["number"] { place += place.isEmpty ? number : "(\(number))" }
        if let pages = fields["pages"] {
            place += ", \(pages.replacing(#/(\d)-(\d)/#) { "\($0.output.1)–\($0.output.2)" })"
        }
        if let edition = fields["edition"] {
            place += (place.isEmpty ? "" : ", ") + (Int(edition) == nil ? "\(edition) edition" : "edition \(edition)")
        }
        if let publisher = fields["publisher"], publisher != list { place += (place.isEmpty ? "" : ", ") + publisher }
        if let eprint { place += (place.isEmpty ? "" : "; ") + eprint.name }
        return place
    }

    /// The whole entry: authors, year, title, where it appeared.
    var inlines: [Inline] {
        let range = SourceRange(start: position, end: position)
        func text(_ text: String) -> Inline { Inline(.text(text), at: range) }
        let words = fields["title"] ?? ""
        let title = address.map { Inline(.link(destination: $0, title: "", [text(words)]), at: range) } ?? text(words)
        let end = place.isEmpty ? "" : " \(place)."
        // A question or a call ends by itself.
        let stop = words.hasSuffix("?") || words.hasSuffix("!") ? "" : "."
        return [text("\(list) (\(yearText)). "), title, text(stop + end)]
    }
}
