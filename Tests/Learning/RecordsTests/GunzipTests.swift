import Foundation
import TestSupport
import Testing

@testable import Records

struct GunzipTests {
    /// Texts with much, little and nothing to compress.
    private static let texts = [
        "", "a", String(repeating: "-0.25, ", count: 20_000),
        (0..<5000).map { "\(Double($0 * $0 % 977) / 31)" }.joined(separator: ","),
    ]

    /// What the program `gzip` makes of a text.
    private func packed(_ text: String, _ options: [String], in folder: TemporaryFolder) throws -> [UInt8] {
        try folder.write(text, to: "text")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip"] + options + ["\(folder.path)/text"]
        try process.run()
        process.waitUntilExit()
        return try Array(Data(contentsOf: URL(filePath: "\(folder.path)/text.gz")))
    }

    @Test(arguments: texts.indices, [["-1"], ["-9"], ["-9", "--no-name"]])
    func `what gzip packed is unpacked`(number: Int, options: [String]) throws {
        let text = Self.texts[number]
        let folder = try TemporaryFolder()
        let bytes = try packed(text, options, in: folder)
        #expect(try Gunzip.unpacked(bytes) == Array(text.utf8))
        #expect(try [UInt8](contentsOfFile: "\(folder.path)/text.gz") == Array(text.utf8))
    }

    @Test func `members follow each other, and stored blocks are copied`() throws {
        // A block that is only stored, 64 kB at most, as gzip writes what it can not compress.
        var generator = PatternlessBytes()
        let noise = (0..<10_000).map { _ in generator.next() }
        let stored: [UInt8] = [1, 0x10, 0x27, 0xef, 0xd8] + noise
        var reader = BitReader(stored)
        var result: [UInt8] = []
        try Gunzip.inflate(&reader, into: &result)
        #expect(result == noise)
        let member = try packed("twice", ["-9"], in: TemporaryFolder())
        #expect(try Gunzip.unpacked(member + member) == Array("twicetwice".utf8))
    }

    @Test func `a file that is cut anywhere, or changed, is an error`() throws {
        let bytes = try packed("a recording", ["-9", "--no-name"], in: TemporaryFolder())
        for length in 4..<bytes.count {
            #expect(throws: Gunzip.Flaw.cutOff) { try Gunzip.unpacked(Array(bytes[..<length])) }
        }
        var refused = 0
        for place in bytes.indices.dropFirst(10) {
            var changed = bytes
            changed[place] ^= 4
            do {
                // Only the bits between the last block and the next whole byte mean nothing.
                #expect(try Gunzip.unpacked(changed) == Array("a recording".utf8))
            } catch {
                refused += 1
            }
        }
        #expect(refused >= bytes.count - 11)
    }

    @Test func `the error names the file`() throws {
        let folder = try TemporaryFolder()
        let bytes = try packed("a recording", ["-9"], in: folder)
        try Data(bytes.dropLast()).write(to: URL(filePath: "\(folder.path)/cut.json.gz"))
        let error = #expect(throws: RecordError.self) { try Trace(reading: "\(folder.path)/cut.json.gz") }
        #expect(error?.description == "\(folder.path)/cut.json.gz: error: the compressed file is cut off")
    }
}

/// Bytes without a pattern, the same ones each time.
private struct PatternlessBytes {
    private var state: UInt32 = 1

    mutating func next() -> UInt8 {
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24)
    }
}
