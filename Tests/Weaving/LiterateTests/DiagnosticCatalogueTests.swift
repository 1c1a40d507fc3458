import Foundation
import TestSupport
import Testing

@testable import Literate

/// Holds `docs/diagnostics.md`, which shows every diagnostic, to what weave says.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the page anew, and fails, so that nobody records by accident.
@Suite(.serialized) struct DiagnosticCatalogueTests {
    @Test func `the page of diagnostics shows what weave says of each fixture`() async throws {
        var text = """
            # What weave says

            Every message names the file, the line and the column (in bytes of UTF-8, from 1) as compilers do, and shows the line. All that is
            wrong is told in one run, but for the types of a chapter that can not be read. `weave build --json` gives the same as JSON. This
            page is written by a test, from what weave really says.

            """
        text += try await section("Reading: before any Swift is compiled", .reading)
        text += try await section("Warnings: the site is written all the same", .warnings)
        text += try await section("Compiling: before any cell of any chapter runs", .compiling)
        text += try await section("Running", .running)
        #expect(try Snapshot("docs/diagnostics.md").difference(from: text) == nil)
    }

    @Test func `every problem but those of broken files has a fixture`() throws {
        let source = try String(
            contentsOf: Repository.file("Sources/Weaving/Literate/Diagnostics/Problem.swift"), encoding: .utf8)
        let end = try #require(source.firstRange(of: "\n}")?.lowerBound)
        let cases = source.prefix(upTo: end).matches(of: #/\n    case (\w+)/#).count
        #expect(cases > 50)
        // Unreadable files, files that are not UTF-8, pages of the same name, files saved during a build and results that
        // another machine computed have tests of their own.
        let fixtures = DiagnosticFixture.Kind.allCases.map(\.fixtures.count).reduce(0, +)
        #expect(fixtures >= cases - 5)
    }

    private func section(_ title: String, _ kind: DiagnosticFixture.Kind) async throws -> String {
        var text = "\n## \(title)\n"
        for fixture in kind.fixtures {
            let book = try TemporaryBook(fixture.files)
            defer { book.remove() }
            let found = try await found(in: book, fixture)
            #expect(!found.isEmpty, "\(fixture.title)")
            let report = DiagnosticReport(found, folder: book.folder).text
            text += "\n### \(fixture.title)\n\n```text\n\(report)```\n"
        }
        return text
    }

    private func found(in book: TemporaryBook, _ fixture: DiagnosticFixture) async throws -> [Diagnostic] {
        do {
            let read = try Book(reading: book.chapters, named: "chapters").diagnostics
            return read.isEmpty ? try await book.weave(timeout: .seconds(fixture.timeout)).warnings : read
        } catch let diagnostics as Diagnostics {
            return diagnostics.all
        }
    }
}
