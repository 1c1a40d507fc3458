public import Foundation
import Markdown

/// A folder of Markdown chapters, read and linked: everything that can be known before any Swift runs.
public struct Book: Sendable {
    /// What `book.yml` says.
    public var settings: BookSettings
    /// The chapters in their order: `index.md` first, then by name.
    public var chapters: [Chapter]
    /// All that is wrong so far.
    public var diagnostics: [Diagnostic]
    /// The images that the chapters show, by their path in the site.
    public var images: [String: URL]
    /// The works that the chapters may cite.
    var bibliography: Bibliography
    /// A digest of the other files in the folder, which cells may read.
    public var dataDigest: String
    /// The folder of the chapters as diagnostics name it.
    let name: String

    /// Reads the folder of a book.
    ///
    /// - Parameters:
    ///   - folder: the folder of the chapters.
    ///   - name: the folder as diagnostics name it, such as `chapters`.
    /// - Throws: ``Diagnostics`` if the folder has no readable chapter.
    public init(reading folder: URL, named name: String) throws(Diagnostics) {
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted { Self.order($0, $1) }
        } catch {
            throw Diagnostics([Diagnostic(path: name, position: nil, problem: .unreadable(reason: error.reason))])
        }
        self.name = name
        diagnostics = []
        chapters = []
        settings = BookSettings()
        images = [:]
        bibliography = Bibliography()
        dataDigest = DataFiles.digest(of: folder)
        var sources: [(text: String, path: String, stem: String)] = []
        for file in files where !file.hasPrefix(".") {
            let url = folder.appendingPathComponent(file)
            let path = "\(name)/\(file)"
            if file.hasSuffix(".md") {
                guard let source = read(url, path: path) else { continue }
                sources.append((source, path, String(file.dropLast(3))))
            } else if file == "book.yml" {
                guard let source = read(url, path: path) else { continue }
                settings = BookSettings(parsing: source, path: path, diagnostics: &diagnostics)
            } else if file == Bibliography.fileName {
                guard let source = read(url, path: path) else { continue }
                bibliography = Bibliography(parsing: source, path: path, diagnostics: &diagnostics)
            }
        }
        chapters = inParallel(sources) { Chapter(parsing: $0.text, path: $0.path, stem: $0.stem) }
        if chapters.isEmpty, diagnostics.isEmpty {
            diagnostics.append(Diagnostic(path: name, position: nil, problem: .noChapters))
        }
        for chapter in chapters { diagnostics += chapter.diagnostics }
        diagnostics += Glossary.diagnostics(of: settings.glossary, in: chapters, path: "\(name)/book.yml")
        link(folder: folder)
        if chapters.isEmpty { throw Diagnostics(diagnostics) }
    }

    /// Everything that has a label, by its label.
    private mutating func collectLabels() -> [String: LabelledThing] {
        var labels: [String: LabelledThing] = [:]
        for thing in chapters.flatMap(\.labels) {
            if let first = labels[thing.label] {
                // Two chapters may have sections of the same name, as long as nothing refers to them.
                if thing.kind == .section, !thing.isNamedByAuthor { continue }
                diagnostics.append(
                    Diagnostic(
                        path: thing.path, position: thing.position,
                        problem: .duplicateLabel(thing.label, firstPath: first.path, firstLine: first.position.line)))
            } else {
                labels[thing.label] = thing
            }
        }
        return labels
    }

    private mutating func link(folder: URL) {
        let labels = collectLabels()
        let pages = Dictionary(chapters.map { ($0.page, $0) }) { first, _ in first }
        for index in chapters.indices {
            var linker = Linker(
                chapter: chapters[index], labels: labels, pages: pages, folder: folder, bibliography: bibliography)
            chapters[index] = linker.linked()
            diagnostics += linker.diagnostics
            images.merge(linker.images) { first, _ in first }
        }
    }

    private mutating func read(_ url: URL, path: String) -> String? {
        do {
            let data = try Data(contentsOf: url)
            guard let text = String(validating: data, as: UTF8.self) else {
                diagnostics.append(Diagnostic(path: path, position: nil, problem: .notUTF8))
                return nil
            }
            // One kind of line end from here on.
            return data.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
        } catch {
            diagnostics.append(Diagnostic(path: path, position: nil, problem: .unreadable(reason: error.reason)))
            return nil
        }
    }

    /// The preface first, then by name, digit by digit and letter by letter.
    private static func order(_ left: String, _ right: String) -> Bool {
        if (left == "index.md") != (right == "index.md") { return left == "index.md" }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
}
