import Foundation
import TestSupport

/// The built program `train`, run as a user runs it.
struct TrainProcess {
    let status: Int32
    let output: String
    let errors: String

    /// Runs `train` with these arguments in `folder` until it ends; `launcher` is a command to start it with, such as
    /// `env GLIBC_TUNABLES=…`.
    init(_ arguments: [String], in folder: TemporaryFolder, launcher: [String] = []) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = launcher + [try Self.program().path] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        // Files, since a pipe that nobody empties would stop a program that says much.
        for name in ["output", "errors"] { try folder.write("", to: name) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/output"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/errors"))
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try folder.text(of: "output")
        errors = try folder.text(of: "errors")
    }

    /// The program that was built with the tests: it stands beside their bundle, or beside a folder that the bundle is in.
    static func program() throws -> URL {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
        for bundle in bundles {
            var folder = bundle
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let program = folder.appendingPathComponent("train")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue {
                    return program
                }
            }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
