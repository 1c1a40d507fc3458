import Foundation

extension Compiler {
    /// Errors of syntax in single pieces of code.
    ///
    /// A cell with a bracket too few or too many spoils the program around it, and the compiler blames whatever comes
    /// next. Each piece parsed by itself gets its own blame.
    func syntaxErrors(of items: [CodeItem], in chapter: Chapter, folder: URL) async throws -> [Diagnostic] {
        let folder = folder.appendingPathComponent("syntax")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("piece.swift")
        var result: [Diagnostic] = []
        for item in items {
            try Data(Program.piece(item, of: chapter).utf8).write(to: file)
            let command = Command(
                executable: toolchain.compiler,
                arguments: ["-frontend", "-parse", "-swift-version", "5", "-diagnostic-style", "llvm", file.path])
            let (output, succeeded) = try await command.output()
            if succeeded { continue }
            result += CompilerMessage.parse(output, about: chapter.path).filter { $0.severity == .error }.map {
                message in
                let isHere = message.path == chapter.path
                let start = chapter.position(of: item)
                // Before its start stands the call around an expression.
                let position = isHere ? max(message.position, start) : start
                return chapter.diagnostic(position, .compiler(message: message.text))
            }
        }
        return result
    }
}
