import Foundation
import Testing

/// The built program `weave`, run as a user runs it.
struct PreviewCommandTests {
    @Test(.timeLimit(.minutes(5)))
    func `a preview whose output is no terminal says what it does while it does it`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave preview \(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appendingPathComponent("Package.swift"))
        let process = Process()
        process.executableURL = try Self.program()
        process.arguments = ["preview", "--port", "\(UInt16.random(in: 20_000..<60_000))"]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let log = folder.appendingPathComponent("log")
        try Data().write(to: log)
        process.standardOutput = try FileHandle(forWritingTo: log)
        try process.run()
        defer { process.terminate() }
        // There are no chapters, of which the preview tells, and stays.
        var text = ""
        while !text.contains("chapters: error: can not be read"), process.isRunning {
            try await Task.sleep(for: .milliseconds(20))
            text = try String(contentsOf: log, encoding: .utf8)
        }
        #expect(text.hasPrefix("http://127.0.0.1:"))
        #expect(process.isRunning)
    }

    /// The program that was built with the tests: it stands beside their bundle, or beside a folder that the bundle is in.
    private static func program() throws -> URL {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
        for bundle in bundles {
            var folder = bundle
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let program = folder.appendingPathComponent("weave")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue {
                    return program
                }
            }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
