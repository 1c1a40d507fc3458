import Foundation
import Testing

@testable import Literate

struct FolderFilesTests {
    @Test func `files behind links to folders are found, and a link that leads back ends`() throws {
        let book = try TemporaryBook(["a.txt": "a"])
        defer { book.remove() }
        let elsewhere = book.folder.appendingPathComponent("elsewhere")
        let manager = FileManager.default
        try manager.createDirectory(
            at: elsewhere.appendingPathComponent("deep"), withIntermediateDirectories: true)
        try Data("b".utf8).write(to: elsewhere.appendingPathComponent("deep/b.txt"))
        try manager.createSymbolicLink(
            at: book.chapters.appendingPathComponent("link"), withDestinationURL: elsewhere)
        try manager.createSymbolicLink(
            at: elsewhere.appendingPathComponent("back"), withDestinationURL: book.chapters)
        let files = FolderFiles.all(in: book.chapters)
        #expect(files.map(\.path) == ["a.txt", "link/deep/b.txt"])
        #expect(files.map { $0.data.map { String(decoding: $0, as: UTF8.self) } } == ["a", "b"])
    }

    @Test func `data files are those that a cell may read`() throws {
        let book = try TemporaryBook(["01-a.md": "# A\n", "data.csv": "1"])
        defer { book.remove() }
        let before = DataFiles(in: book.chapters)
        for name in ["01-a.md~", "#01-a.md#", ".01-a.md.swp", "02-b.md", "book.yml", "references.bib"] {
            try book.write("x", to: name)
        }
        #expect(DataFiles(in: book.chapters) == before)
        try book.write("2", to: "data.csv")
        try book.write("3", to: "more.csv")
        let after = DataFiles(in: book.chapters)
        #expect(after.changes(since: before) == ["data.csv", "more.csv"])
        #expect(after.fingerprint != before.fingerprint)
    }
}
