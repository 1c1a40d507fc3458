import Foundation

/// The Swift compiler at hand.
struct Toolchain: Hashable, Sendable {
    /// The path of `swiftc`.
    let compiler: String
    /// The path of `swift`.
    let driver: String
    /// What `swiftc --version` prints.
    let version: String

    /// Finds the compiler on the search path.
    ///
    /// Asking it for its version takes longer than all the rest of a build in which nothing changed, so the answer is
    /// kept in `memory` beside the state of the compiler's file, as `git` keeps that of the files it has hashed.
    init(memory: URL) async throws {
        guard let compiler = Self.path(of: "swiftc"), let driver = Self.path(of: "swift") else {
            throw Failure.noCompiler
        }
        self.compiler = compiler
        self.driver = driver
        let state = try Self.state(of: compiler)
        if let kept = try? String(contentsOf: memory, encoding: .utf8), kept.hasPrefix(state + "\n") {
            version = String(kept.dropFirst(state.count + 1))
            return
        }
        version = try await Command(executable: compiler, arguments: ["--version"]).output().text
        try FileManager.default.createDirectory(
            at: memory.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("\(state)\n\(version)".utf8).write(to: memory, options: .atomic)
    }

    /// Names the compiler on the search path without starting anything; nil if there is none.
    static var compilerState: String? {
        path(of: "swiftc").flatMap { try? state(of: $0) }
    }

    /// The path of a program on the search path; nil if there is none.
    private static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func state(of path: String) throws -> String {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let modified = (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
        let size = attributes[.size] as? Int ?? 0
        return "\(file.path) \(size) \(modified)"
    }
}
