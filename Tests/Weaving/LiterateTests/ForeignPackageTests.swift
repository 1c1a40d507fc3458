import Foundation
import TestSupport
import Testing

@testable import Literate

/// A book in another package, and the cache that must not be stale.
@Suite(.serialized) struct ForeignPackageTests {
    @Test func `a new book builds its library and weaves`() async throws {
        let package = try ForeignPackage()
        let summary = try await package.weave()
        #expect((summary.chapters, summary.figures, summary.numbers) == (2, 1, 2))
        #expect(try package.page("index.html").contains("<a href=\"01-first.html\">A thousand throws</a>"))
        let page = try package.page("01-first.html")
        #expect(page.contains("<p>A die was thrown 1,000 times. The mean is 3.57, and "))
        #expect(page.contains("<title>A thousand throws · Dice</title>"))
    }

    @Test func `a change in the library's source changes the number on the page, and only prose runs nothing`()
        async throws
    {
        let package = try ForeignPackage()
        let chapter = package.folder.appendingPathComponent("chapters/01-first.md")
        try Data("The answer is `{swift} answer()`.\n".utf8).write(to: chapter)
        // Numbers that no earlier test run has left in the cache.
        let first = Int.random(in: 100..<500)
        try Data("public func answer() -> Int { \(first) }\n".utf8).write(to: package.library)
        #expect(try await package.weave().ran == 1)
        #expect(try package.page("01-first.html").contains("The answer is \(first)."))
        #expect(try await package.weave().ran == 0)

        try Data("public func answer() -> Int { \(first + 1) }\n".utf8).write(to: package.library)
        #expect(try await package.weave().ran == 1)
        #expect(try package.page("01-first.html").contains("The answer is \(first + 1)."))
    }

    @Test func `an error in the library is named at its line`() async throws {
        let package = try ForeignPackage()
        try Data("public func answer() -> Int { nothing }\n".utf8).write(to: package.library)
        await #expect(throws: Diagnostics.self) { try await package.weave() }
        do {
            _ = try await package.weave()
        } catch let diagnostics as Diagnostics {
            #expect(
                diagnostics.all.map(\.description) == [
                    "Sources/Dice/Dice.swift:1:31: error: cannot find 'nothing' in scope"
                ])
        }
    }

    @Test func `a book is not written over another`() throws {
        let package = try ForeignPackage()
        #expect(throws: Failure.notEmpty(path: package.folder.path)) {
            try NewBook(named: "dice", weave: "x").write(to: package.folder)
        }
    }

    @Test(arguments: [
        ("my report", "MyReport"), ("2026", "Book2026"), ("été-x", "EteX"), ("Figures", "MyFigures"),
        ("six-words", "MySixWords"), ("日本", "MyBook"),
    ])
    func `a folder's name gives the module's`(name: String, module: String) {
        #expect(NewBook(named: name, weave: "x").module == module)
    }

    @Test func `a new book keeps its accents in its title, and says how it is woven here and on GitHub`() throws {
        let files = NewBook(named: "Café \"é\"", weave: "https://e.org/weave.git").files
        #expect(files["chapters/book.yml"]?.hasPrefix("title: \"Café \\\"é\\\"\"\nproduct: CafeERuntime\n") == true)
        var diagnostics: [Diagnostic] = []
        let settings = BookSettings(parsing: files["chapters/book.yml"], path: "book.yml", diagnostics: &diagnostics)
        #expect(settings.title == "Café \"é\"")
        #expect(diagnostics.isEmpty)
        let readme = try #require(files["README.md"])
        #expect(readme.contains("(https://e.org/weave/blob/main/docs/cells.md)"))
        let workflow = try #require(files[".github/workflows/pages.yml"])
        #expect(workflow.hasPrefix("name: Pages\n"))
        #expect(workflow.contains("- run: swift run weave\n"))
        let local = NewBook(named: "a", weave: "/weave").files
        #expect(local[".github/workflows/pages.yml"]?.hasPrefix("# GitHub can not reach") == true)
        // What the README links to exists.
        for name in ["cells", "diagnostics"] {
            #expect(FileManager.default.fileExists(atPath: Repository.file("docs/\(name).md").path))
        }
    }

    @Test func `no new book takes a name of weave's own package, which SwiftPM would refuse`() throws {
        let manifest = try String(
            contentsOf: Repository.file("Package.swift"), encoding: .utf8)
        let target = #/(?:module\(|\.(?:target|systemLibrary|library|executable)\(\s*name:)\s*"(\w+)"/#
        let names = manifest.matches(of: target).map { String($0.output.1) }
        #expect(names.contains("Figures") && names.contains("BookRuntime"))
        for name in names {
            let start = name.hasSuffix("Runtime") ? String(name.dropLast("Runtime".count)) : name
            let book = NewBook(named: start, weave: "x")
            #expect(book.module == "My" + start.prefix(1).uppercased() + start.dropFirst())
        }
    }
}
