import Foundation
import Testing

@testable import weave

struct PackageFolderTests {
    /// A folder of its own with one inside, without a package.
    private func folders() throws -> (outer: URL, inner: URL) {
        let outer = FileManager.default.temporaryDirectory.appendingPathComponent("weave tests \(UUID())")
            .standardizedFileURL
        let inner = outer.appendingPathComponent("book/chapters")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        return (outer, inner)
    }

    @Test func `inside a package's folder weave names the folder to run in`() throws {
        let (outer, inner) = try folders()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: outer) } }
        try Data().write(to: outer.appendingPathComponent("Package.swift"))
        #expect(PackageFolder.problem(of: outer) == nil)
        #expect(
            PackageFolder.problem(of: inner)
                == "weave runs in the folder of a package, and \(inner.path) has no Package.swift; the nearest folder above "
                + "that has one is \(outer.path)")
    }

    @Test func `away from any package weave says that there is none`() throws {
        let (outer, inner) = try folders()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: outer) } }
        #expect(
            PackageFolder.problem(of: inner)
                == "weave runs in the folder of a package, and \(inner.path) has no Package.swift")
    }
}
