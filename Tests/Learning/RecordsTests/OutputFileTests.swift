import Foundation
import Records
import Testing

struct OutputFileTests {
    @Test func `a file is started anew, or gone on with`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try OutputFile(goingOnWith: path).write(lines: Array("one\n".utf8)[...])
        try OutputFile(goingOnWith: path).write(lines: Array("two\n".utf8)[...])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
        try OutputFile(path: path).write("three\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "three\n")
    }

    @Test func `a file is replaced whole, and what a killed process left is used up`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try OutputFile(path: path + ".part").write("half of a much longer tex")
        try OutputFile.replace(path, with: Array("whole".utf8))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "whole")
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
        #expect(throws: RecordError.self) { try OutputFile.replace("/no/such/folder/file", with: []) }
    }

    @Test func `a folder that is not there can not be written into`() {
        #expect(throws: RecordError.self) { try OutputFile(goingOnWith: "/no/such/folder/file") }
    }
}
