import DeterministicMath
import Foundation
import Markdown

/// The texts in the folder of a book, before anything is made of them.
struct BookFiles: Sendable {
    /// A Markdown file.
    struct ChapterText: Sendable {
        /// The content.
        var text: String
        /// The file as diagnostics name it.
        var path: String
        /// The file's name without `.md`.
        var stem: String
    }

    /// The chapters in their order: `index.md` first, then by name.
    private(set) var chapters: [ChapterText] = []
    /// `book.yml`; nil if there is none.
    private(set) var settings: String?
    /// `references.bib`; nil if there is none.
    private(set) var bibliography: String?
    /// The files that can not be read as text.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the folder.
    ///
    /// - Throws: ``Diagnostics`` if it can not be listed.
    init(in folder: URL, named name: String) throws(Diagnostics) {
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted { Self.order($0, $1) }
        } catch {
            throw Diagnostics([Diagnostic(path: name, position: nil, problem: .unreadable(reason: error.reason))])
        }
        for file in files where !file.hasPrefix(".") {
            let url = folder.appendingPathComponent(file)
            let path = "\(name)/\(file)"
            if file.hasSuffix(".md"), let text = read(url, path: path) {
                chapters.append(ChapterText(text: text, path: path, stem: String(file.dropLast(3))))
            } else if file == BookSettings.fileName {
                settings = read(url, path: path)
            } else if file == Bibliography.fileName {
                bibliography = read(url, path: path)
            } else if Self.hasChapters(url, named: file) {
                diagnostics.append(
                    Diagnostic(path: path, position: nil, severity: .warning, problem: .noChapter(name)))
            }
        }
    }

    /// Whether a file is a chapter of another tool, or a folder has chapters in it.
    private static func hasChapters(_ url: URL, named name: String) -> Bool {
        let extensions = ["markdown", "qmd", "rmd", "mdx", "mdown", "ipynb"]
        if name.contains(".") { return extensions.contains(url.pathExtension.lowercased()) }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return files.contains { $0.hasSuffix(".md") }
    }

    private mutating func read(_ url: URL, path: String) -> String? {
        do {
            let data = try Data(contentsOf: url)
            guard let text = String(validating: data, as: UTF8.self) else {
                let place = data.firstInvalidUTF8.map { SourcePosition(line: $0.line, column: $0.column) }
                diagnostics.append(Diagnostic(path: path, position: place, problem: .notUTF8))
                return nil
            }
            // One kind of line end from here on, and no mark of the order of bytes, which some editors put at the start.
            let plain =
                text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.drop { $0 == "\u{feff}" }) : text
            return data.contains(UInt8(ascii: "\r")) ? plain.replacing("\r\n", with: "\n") : plain
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

extension Chapter {
    /// Reads a chapter.
    init(parsing text: BookFiles.ChapterText) {
        self.init(parsing: text.text, path: text.path, stem: text.stem)
    }
}
