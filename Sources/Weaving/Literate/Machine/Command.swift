import Exhibits
import Foundation
import Subprocess
import Synchronization

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// Another program, to be run: the compiler, the package manager, a chapter.
struct Command: Sendable {
    /// The longest output of a tool that is kept.
    private static let outputLimit = 16_000_000

    let executable: String
    var arguments: [String] = []
    /// How long the program may take to end once it is asked to; nil if it is not asked. A launcher needs the time: what it started on
    /// another machine ends only if the launcher ends it.
    var grace: Duration?

    /// Runs the program to its end.
    ///
    /// - Returns: what it printed, errors included, and whether it succeeded.
    func output() async throws -> (text: String, succeeded: Bool) {
        let result = try await run(
            .path(FilePath(executable)), arguments: Arguments(arguments), platformOptions: ownSession,
            input: .none,
            output: .string(limit: Self.outputLimit), error: .combinedWithOutput)
        // A tool that was ended in the middle has said nothing that counts.
        try Task.checkCancellation()
        return (result.standardOutput, result.terminationStatus.isSuccess)
    }

    /// Runs the program to its end, or ends it and all that it started when the time is over.
    ///
    /// - Parameters:
    ///   - limit: the longest that it may take.
    ///   - errors: the file that takes its standard error meanwhile.
    /// - Returns: what it printed, errors last, and whether it succeeded; nil if it took too long.
    func output(within limit: Duration, errors: URL) async throws -> (text: String, succeeded: Bool)? {
        let lines = Mutex<[String]>([])
        let deadline = ContinuousClock.now + limit
        let end = try await listen(
            environment: [:], directory: errors.deletingLastPathComponent(), errors: errors,
            hear: { line in lines.withLock { $0.append(line + "\n") } }, mustStop: { ContinuousClock.now > deadline })
        guard end != .stopped else { return nil }
        let messages = String(decoding: try Data(contentsOf: errors).prefix(Self.outputLimit), as: UTF8.self)
        return (lines.withLock { $0.joined() } + messages, end == .exited(0))
    }

    /// A session of its own, so that its children end with it when the work is cancelled.
    private var ownSession: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        let end = TeardownStep.send(
            signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
        let request = grace.map {
            TeardownStep.send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: $0)
        }
        options.teardownSequence = [request, end].compactMap(\.self)
        return options
    }

    /// How a program ended that was listened to.
    enum End: Hashable, Sendable {
        case exited(Int)
        case signaled(Int)
        case stopped
    }

    /// Runs the program in a session of its own and hears every line that it prints.
    ///
    /// However it ends, nothing of its session runs afterwards.
    ///
    /// - Parameters:
    ///   - environment: variables to set beside those of this process.
    ///   - directory: where the program runs.
    ///   - errors: the file that takes its standard error.
    ///   - hear: takes each line.
    ///   - mustStop: asked twenty times a second whether the whole session must end.
    func listen(
        environment: [String: String], directory: URL, errors: URL, hear: @escaping @Sendable (String) throws -> Void,
        mustStop: @escaping @Sendable () -> Bool
    ) async throws -> End {
        var variables = Environment.inherit
        for (name, value) in environment {
            variables = variables.updating([Environment.Key(stringLiteral: name): value])
        }
        let errorFile = try FileDescriptor.open(
            FilePath(errors.path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        let result = try await run(
            .path(FilePath(executable)), arguments: Arguments(arguments), environment: variables,
            workingDirectory: FilePath(directory.path), platformOptions: ownSession, input: .none,
            output: .sequence,
            error: .fileDescriptor(errorFile, closeAfterSpawningProcess: true)
        ) { execution in
            let watchdog = Task {
                while !mustStop() { try await Task.sleep(for: .milliseconds(50)) }
                if let grace {
                    ProcessSession.askToEnd(execution.processIdentifier.value)
                    // Cut short as soon as the program has ended.
                    try? await Task.sleep(for: grace)
                }
                ProcessSession.end(execution.processIdentifier.value)
            }
            defer {
                watchdog.cancel()
                // Children that outlive the program; usually there are none, and nobody is told.
                ProcessSession.end(execution.processIdentifier.value)
            }
            // Only line feeds: the events are JSON, which may contain the other separators of Unicode.
            var lines = Lines()
            for try await buffer in execution.standardOutput {
                for line in buffer.withUnsafeBytes({ lines.take($0) }) { try hear(line) }
            }
            if let line = lines.last { try hear(line) }
            watchdog.cancel()
            if case .success = await watchdog.result { return true }
            return false
        }
        try Task.checkCancellation()
        if result.closureResult { return .stopped }
        return switch result.terminationStatus {
        case .exited(let code): .exited(Int(code))
        case .signaled(let signal): .signaled(Int(signal))
        }
    }
}
