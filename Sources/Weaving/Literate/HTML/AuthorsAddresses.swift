import Scanning

extension HTMLAttributes {
    /// The places in a page that links may name.
    static func anchors(in html: String) -> [String] {
        guard html.contains("id=") || html.contains("name=") else { return [] }
        let attributes = HTMLAttributes(in: Array(html.utf8))
        return attributes.all.filter { $0.name == "id" || $0.name == "name" && $0.element == "a" }
            .map(attributes.text(of:))
    }
}

extension HTMLAttributes.Attribute {
    /// What a value leads to.
    enum Address {
        /// To a page, a place in it or a file, for a reader who follows it.
        case link
        /// To a file that the page loads.
        case file
        /// To several such files, each with its size behind it.
        case files
    }

    /// Nil if the value is no address.
    var address: Address? {
        switch (element, name) {
        case ("a", "href"), ("area", "href"): .link
        case ("link", "href"), ("image", "href"), ("image", "xlink:href"), ("object", "data"): .file
        case (_, "src"), (_, "poster"): .file
        case (_, "srcset"): .files
        default: nil
        }
    }
}
