import Foundation

/// A program, compiled.
struct CompiledProgram: Sendable {
    /// The folder of the program; it may be deleted when the program has run.
    let folder: URL
    /// What is worth telling though it compiled.
    let warnings: [Diagnostic]

    /// The executable.
    var file: URL { folder.appendingPathComponent("chapter") }

    /// Compiles `program` against `library`.
    ///
    /// - Throws: ``Diagnostics`` with the compiler's errors, at the chapter's lines.
    init(compiling program: Program, with library: RuntimeLibrary, toolchain: Toolchain, in folder: URL) async throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = folder.appendingPathComponent("main.swift")
        try Data(program.source.utf8).write(to: source)
        let command = Command(
            executable: toolchain.compiler,
            arguments: Self.flags + Self.systemLibraries + [
                "-I", library.modules, "-L", library.folder, "-l\(library.product)", "-Xlinker", "-rpath",
                "-Xlinker", library.folder, source.path, "-o", folder.appendingPathComponent("chapter").path,
            ])
        let (output, succeeded) = try await command.output()
        let diagnostics = CompilerMessage.parse(output).map { message in
            Diagnostic(
                path: message.path, position: message.position, severity: message.severity,
                problem: .compiler(message: message.text))
        }
        guard succeeded else {
            let problem = Problem.compiler(message: "the compiler failed:\n\(output)")
            throw Diagnostics(
                diagnostics.hasErrors
                    ? diagnostics : [Diagnostic(path: program.path, position: nil, problem: problem)])
        }
        warnings = diagnostics
    }

    /// The optimiser moves code of libraries into chapters, and with it calls of what they link; `stride` of the standard
    /// library calls the C library's `fma`.
    private static var systemLibraries: [String] {
        #if os(Linux)
        ["-Xlinker", "--as-needed", "-lswiftGlibc", "-lFoundationEssentials", "-lFoundation", "-lm"]
        #else
        []
        #endif
    }

    /// How every chapter is compiled; part of the transcripts' keys.
    ///
    /// Mode 5: mode 6 refuses functions that touch variables of earlier cells. Line tables come from the front end's `-g`.
    static let flags = [
        "-swift-version", "5", "-O", "-Xfrontend", "-g", "-diagnostic-style", "llvm", "-module-name", "Chapter",
    ]
}
