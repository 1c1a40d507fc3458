import Foundation
import Markdown

/// The Swift compiler, set up for chapters.
struct Compiler: Sendable {
    let toolchain: Toolchain
    let library: RuntimeLibrary
    /// The longest that it may work on a chapter: like a cell, an expression can keep it busy without end.
    let limit: Duration

    /// How every chapter is compiled; part of the transcripts' keys.
    ///
    /// Mode 5: mode 6 refuses functions that touch variables of earlier cells. Line tables come from the front end's `-g`,
    /// and frame pointers lead from a trap in a library back to the chapter's line.
    static let flags = [
        "-swift-version", "5", "-O", "-Xfrontend", "-g", "-diagnostic-style", "llvm", "-module-name", "Chapter",
        "-Xcc", "-fno-omit-frame-pointer",
    ]

    /// For programs that have nothing to train: the compiler takes a sixth of the time. The bits are the same, as
    /// `docs/determinism.md` says, so it is no part of any key; preconditions stay as they are with optimisation.
    private static let withoutOptimization = ["-Onone", "-assert-config", "Release"]

    /// The optimiser moves code of libraries into chapters, and with it calls of what they link; `stride` of the standard
    /// library calls the C library's `fma`.
    private static var systemLibraries: [String] {
        #if os(Linux)
        ["-Xlinker", "--as-needed", "-lswiftGlibc", "-lFoundationEssentials", "-lFoundation", "-lm"]
        #else
        []
        #endif
    }

    /// What the compiler says of a chapter that has no errors.
    struct Verdict: Sendable {
        var warnings: [Diagnostic]
        /// The messages for the cells that must not compile, by their index.
        var refusals: [Int: String] = [:]
    }

    /// Checks the types of `chapter`.
    ///
    /// - Throws: ``Diagnostics`` with the compiler's errors, at the chapter's lines, and with uses of variables of later
    ///   cells, which the compiler lets pass.
    func typecheck(_ chapter: Chapter, modules: [String], in folder: URL) async throws -> Verdict {
        let program = Program(tangling: chapter, modules: modules)
        var verdict: Verdict
        do {
            verdict = Verdict(warnings: try await run(program, in: folder, arguments: ["-typecheck"]))
        } catch let diagnostics as Diagnostics {
            let culprits = try await syntaxErrors(of: chapter.runningCode, in: chapter, folder: folder)
            throw culprits.isEmpty ? diagnostics : Diagnostics(culprits)
        }
        var problems = try await earlyUses(in: chapter, modules: modules, folder: folder)
        for cell in chapter.compileOnlyCells {
            do {
                if let refusal = try await typecheck(cell, of: chapter, modules: modules, in: folder) {
                    verdict.refusals[cell.index] = refusal
                }
            } catch let diagnostics as Diagnostics {
                problems += diagnostics.all
            }
        }
        guard problems.isEmpty else { throw Diagnostics(problems) }
        return verdict
    }

    /// Compiles a cell that does not run, behind the cells before it that do.
    ///
    /// - Returns: the messages of the errors, without their places, if the cell is one that must have some.
    private func typecheck(_ cell: Cell, of chapter: Chapter, modules: [String], in folder: URL) async throws -> String?
    {
        let program = Program(tangling: chapter, modules: modules, checking: cell)
        let folder = folder.appendingPathComponent("\(cell.kind.rawValue)-\(cell.index)")
        do {
            // Further than types: the compiler finds uninitialised variables and missing returns only then.
            _ = try await run(program, in: folder, arguments: ["-Onone", "-emit-sil", "-o", "/dev/null"])
        } catch let diagnostics as Diagnostics {
            guard cell.kind == .compileFail else {
                let culprits = try await syntaxErrors(of: [.cell(cell.index)], in: chapter, folder: folder)
                throw culprits.isEmpty ? diagnostics : Diagnostics(culprits)
            }
            return diagnostics.all.compactMap { diagnostic in
                guard diagnostic.severity == .error, case .compiler(let message) = diagnostic.problem else {
                    return nil
                }
                return "error: \(message)"
            }.joined(separator: "\n")
        }
        guard cell.kind == .noRun else {
            let fence = SourcePosition(line: cell.fenceLine, column: 1)
            throw Diagnostics([chapter.diagnostic(fence, .compiles)])
        }
        return nil
    }

    /// Compiles and links `chapter` in `folder`.
    ///
    /// - Parameter optimizing: whether its own code is optimised; the library is in any case.
    /// - Returns: the executable.
    /// - Throws: ``Diagnostics`` with the compiler's errors, at the chapter's lines.
    func compile(_ chapter: Chapter, modules: [String], optimizing: Bool, in folder: URL) async throws -> URL {
        let program = Program(tangling: chapter, modules: modules)
        let executable = folder.appendingPathComponent("chapter")
        let linking = [
            "-L", library.folder, "-l\(library.product)", "-Xlinker", "-rpath", "-Xlinker", library.folder, "-o",
            executable.path,
        ]
        let speed = optimizing ? [] : Self.withoutOptimization
        _ = try await run(program, in: folder, arguments: speed + Self.systemLibraries + linking)
        return executable
    }

    /// The uses of later cells' variables: names that do not exist when the program ends before their declaration.
    private func earlyUses(in chapter: Chapter, modules: [String], folder: URL) async throws -> [Diagnostic] {
        let suspects = EarlyUse.suspects(in: chapter)
        var result: [Diagnostic] = []
        for declarer in Set(suspects.map(\.declarer)).sorted() {
            let names = Set(suspects.filter { $0.declarer == declarer }.map(\.name))
            let start = Program(tangling: chapter, modules: modules, upTo: declarer)
            let folder = folder.appendingPathComponent("before-\(declarer)")
            do {
                _ = try await run(start, in: folder, arguments: ["-typecheck"])
            } catch let diagnostics as Diagnostics {
                result += diagnostics.all.compactMap { diagnostic in
                    guard case .compiler(let message) = diagnostic.problem,
                        let name = names.first(where: { message == "cannot find '\($0)' in scope" })
                    else { return nil }
                    let line = chapter.line(ofRunningCode: declarer)
                    return Diagnostic(
                        path: diagnostic.path, position: diagnostic.position, problem: .usedTooEarly(name, line: line))
                }
            }
        }
        return result
    }

    /// Where SwiftPM describes the C modules that the library is made of: the compiler wants to see them, although chapters
    /// can not name them.
    private var moduleMaps: [String] {
        let folder = URL(fileURLWithPath: library.folder)
        let builds = (try? FileManager.default.contentsOfDirectory(atPath: library.folder)) ?? []
        return builds.filter { $0.hasSuffix(".build") }.sorted()
            .map { folder.appendingPathComponent($0).appendingPathComponent("module.modulemap").path }
            .filter { FileManager.default.fileExists(atPath: $0) }
            .flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    }

    /// Runs the compiler on `program`.
    ///
    /// - Returns: the warnings.
    private func run(_ program: Program, in folder: URL, arguments: [String]) async throws -> [Diagnostic] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = folder.appendingPathComponent("main.swift")
        // Whole at once: the check and the compilation of a chapter may read the same file at the same time.
        try Data(program.source.utf8).write(to: source, options: .atomic)
        let command = Command(
            executable: toolchain.compiler,
            arguments: Self.flags + ["-I", library.modules] + moduleMaps + arguments + [source.path])
        let messages = folder.appendingPathComponent(
            "messages-\(arguments.contains("-typecheck") ? "types" : "program")")
        guard let (output, succeeded) = try await command.output(within: limit, errors: messages) else {
            let problem = Problem.compilerTimedOut(seconds: limit / .seconds(1))
            throw Diagnostics([Diagnostic(path: program.path, position: nil, problem: problem)])
        }
        let diagnostics = CompilerMessage.parse(
            output, about: program.path, expressions: program.expressions
        ).map { message in
            // A message about the calls around the cells has no place in the chapter.
            let isGenerated = message.path == source.path
            return Diagnostic(
                path: isGenerated ? program.path : message.path, position: isGenerated ? nil : message.position,
                severity: message.severity, problem: .compiler(message: message.text))
        }
        if succeeded { return diagnostics }
        guard diagnostics.hasErrors else {
            let problem = Problem.compiler(message: "the compiler failed:\n\(output)")
            throw Diagnostics([Diagnostic(path: program.path, position: nil, problem: problem)])
        }
        throw Diagnostics(diagnostics)
    }
}
