import Foundation
import TestSupport
import Testing

@testable import Sweeps

/// A program is named by its sources where they are, and by its bytes elsewhere.
struct SourceDigestTests {
    private let folder: TemporaryFolder
    private var program: String { "\(folder.path)/.build/debug/train" }
    private var source: URL { URL(filePath: "\(folder.path)/Sources/A/a.swift") }

    init() throws {
        folder = try TemporaryFolder()
        for name in [".build/debug", "Sources/A"] {
            try FileManager.default.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
        }
        try folder.write("let a = 1", to: "Sources/A/a.swift")
        try folder.write("", to: "Package.swift")
        try folder.write("1", to: ".build/debug/train")
    }

    @Test func `a built program has the name of its sources, whatever its bytes`() throws {
        let code = try SourceDigest.code(of: ["A"], program: program)
        try folder.write("2", to: ".build/debug/train")
        #expect(try SourceDigest.code(of: ["A"], program: program) == code)
        try folder.write("let a = 2", to: "Sources/A/a.swift")
        try folder.write("3", to: ".build/debug/train")
        #expect(try SourceDigest.code(of: ["A"], program: program) != code)
    }

    @Test func `a source that was saved after the build is an error`() throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: source.path)
        #expect(throws: SweepError.olderThanItsSources(program: program, newer: source.path)) {
            try SourceDigest.code(of: ["A"], program: program)
        }
    }

    @Test func `a program that was copied has the name of its bytes`() throws {
        let copy = "\(folder.path)/train"
        try folder.write("1", to: "train")
        let code = try SourceDigest.code(of: ["A"], program: copy)
        #expect(code.hasPrefix("program "))
        try folder.write("2", to: "train")
        #expect(try SourceDigest.code(of: ["A"], program: copy) != code)
    }
}
