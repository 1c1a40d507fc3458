import Exhibits
import Foundation
import Markdown
import Scanning

/// Where links and images lead: to pages and their sections, to files beside the chapters, which the site then has too, or out.
extension Linker {
    /// A link's destination on the site: `x.md#y` becomes `x.html#y`.
    mutating func destination(_ destination: String, at position: SourcePosition) -> String {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = String(parts[0])
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        if let scheme = file.scheme {
            if ["javascript", "vbscript"].contains(scheme) {
                diagnostics.append(chapter.diagnostic(position, .unsafeLink(destination)))
            }
            return destination
        }
        guard !file.hasPrefix("/") else { return destination }
        guard file.isEmpty || file.hasSuffix(".md") else {
            return isFile(file) ? destination : nowhere(destination, position)
        }
        let name = (file.removingPercentEncoding ?? file).dropLast(3) + ".html"
        guard let target = pages[file.isEmpty ? chapter.page : String(name)] else {
            return nowhere(destination, position)
        }
        guard let anchor else { return target.page.address }
        // The name as the heading has it: in links, letters may stand in percent signs.
        let wanted = anchor.removingPercentEncoding ?? anchor
        guard let found = target.anchors.first(where: { $0 == anchor || $0 == wanted }) else {
            return nowhere(destination, position)
        }
        return (file.isEmpty ? "" : target.page.address) + "#" + found
    }

    private mutating func nowhere(_ destination: String, _ position: SourcePosition) -> String {
        diagnostics.append(chapter.diagnostic(position, .unresolvedLink(destination)))
        return destination
    }

    /// Whether a link without a scheme leads to a file that the site has: one beside the chapters, which is copied, or one of its own.
    private mutating func isFile(_ destination: String) -> Bool {
        let path = String(destination.prefix { $0 != "?" })
        let name = path.removingPercentEncoding ?? path
        // Pages, the glossary's too, and the data of figures.
        let own = [Glossary.stem + ".html", Paper.page]
        if name.hasSuffix(".html"), pages[name] != nil || own.contains(name) { return true }
        if name.hasPrefix("data/"), name.hasSuffix(".csv") || name.hasSuffix(".svg") { return true }
        // A site without a first page of the author's has one of weave's.
        return copies(name) || name == Chapter.homeStem + ".html"
    }

    /// Notes an image, which the site shows, and reports one that does not exist.
    mutating func image(_ source: String, at position: SourcePosition) {
        guard source.scheme == nil, !source.hasPrefix("/") else { return }
        if !copies(source.removingPercentEncoding ?? source) {
            diagnostics.append(chapter.diagnostic(position, .missingImage(source)))
        }
    }

    /// Notes a file beside the chapters for the site; false if there is none.
    private mutating func copies(_ name: String) -> Bool {
        let file = folder.appendingPathComponent(name).standardizedFileURL
        var isFolder: ObjCBool = false
        guard file.path.hasPrefix(folder.standardizedFileURL.path + "/"),
            FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
        else { return false }
        images.append(name)
        return true
    }
}

extension String {
    /// What stands before the colon of an address, in small letters; nil for a path.
    fileprivate var scheme: String? {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = self[..<colon].filter { !$0.isWhitespace && !$0.isNewline }.lowercased()
        let isScheme =
            name.first?.isLetter ?? false && name.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        return isScheme ? name : nil
    }
}

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
