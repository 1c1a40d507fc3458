import Exhibits
import Markdown
import Scanning

/// The addresses in HTML that an author wrote, which are those of any link and picture.
extension Linker {
    /// The HTML with its links as the site has them; what it loads is noted for the site.
    mutating func linked(html: String, at start: SourcePosition) -> String {
        guard html.contains(byte: UInt8(ascii: "=")) else { return html }
        let bytes = Array(html.utf8)
        let linked = HTMLAttributes.replacing(in: bytes) { attribute, written in
            guard let kind = attribute.address else { return nil }
            let value = AuthorsHTML.unescaped(written).trimmingSpaces
            guard !value.isEmpty else { return nil }
            let line = start.line + bytes[..<attribute.value.lowerBound].count { $0 == UInt8(ascii: "\n") }
            let lineStart = SourcePosition(line: line, column: line == start.line ? start.column : 1)
            let first = String(written.prefix { $0 != "\n" })
            let position = source.position(of: first, from: lineStart).position ?? lineStart
            switch kind {
            case .link:
                let target = destination(value, at: position)
                return target == value ? nil : target.escaped(for: .anywhere)
            case .file: file(value, at: position)
            case .files:
                for part in value.split(separator: ",") {
                    if let address = part.split(separator: " ").first { file(String(address), at: position) }
                }
            }
            return nil
        }
        return String(decoding: linked, as: UTF8.self)
    }

    /// Notes a file that a page loads, whatever part of it.
    private mutating func file(_ address: String, at position: SourcePosition) {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        if !path.isEmpty { image(String(path), at: position) }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
