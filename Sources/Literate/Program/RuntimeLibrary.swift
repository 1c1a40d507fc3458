import DeterministicMath
import Foundation

/// The dynamic library that the cells link: built by SwiftPM with optimisation, although weave itself is a debug build.
///
/// A debug library trains sixty times slower. `swift run` replaces itself by the program, so the package is not locked
/// while weave builds.
struct RuntimeLibrary: Hashable, Sendable {
    /// Where the compiled modules are.
    let modules: String
    /// Where the library is.
    let folder: String
    /// The name to link.
    let product: String
    /// Names the content of the library and its modules: it is in every transcript's key, since the optimiser moves
    /// library code into chapters.
    let fingerprint: String

    /// Builds the library, or finds that its sources are exactly those it was built from.
    ///
    /// - Parameters:
    ///   - package: the folder with `Package.swift`.
    ///   - sources: what is in that folder now.
    ///   - scratch: where SwiftPM builds; its lock must be free.
    ///   - cache: where weave keeps what it knows.
    ///   - building: called if the library must be built.
    /// - Throws: ``Diagnostics`` with the compiler's messages.
    init(
        building product: String, in package: URL, sources: PackageSources, scratch: URL, toolchain: Toolchain,
        cache: URL,
        building: (String) -> Void
    ) async throws {
        self.product = product
        let build = scratch.appendingPathComponent("release").path
        modules = build + "/Modules"
        folder = build
        let snapshot = cache.appendingPathComponent("library.snapshot")
        let content = sources.snapshot(header: product + "\n" + toolchain.version)
        let library = build + "/" + Self.fileName(of: product)
        if sources.isComplete, let kept = Snapshot(reading: snapshot), kept.content == content,
            FileManager.default.fileExists(atPath: library)
        {
            fingerprint = kept.fingerprint
            return
        }
        building(product)
        try await Self.build(product, in: package, scratch: scratch, toolchain: toolchain)
        fingerprint = try Self.fingerprint(library: library, modules: modules)
        // The first build tells which packages it depends on.
        let builtFrom = try PackageSources(of: package, scratch: scratch)
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        try Snapshot(
            content: builtFrom.snapshot(header: product + "\n" + toolchain.version), fingerprint: fingerprint
        ).write(to: snapshot)
    }

    private static func build(_ product: String, in package: URL, scratch: URL, toolchain: Toolchain) async throws {
        let command = Command(
            executable: toolchain.driver,
            arguments: [
                "build", "-c", "release", "--product", product, "-Xswiftc", "-cross-module-optimization",
                "--package-path", package.path, "--scratch-path", scratch.path,
            ])
        let (output, succeeded) = try await command.output()
        guard !succeeded else { return }
        let messages = CompilerMessage.parse(output)
        let diagnostics = messages.filter { $0.severity == .error }.map { message in
            Diagnostic(
                path: message.path.replacing(package.path + "/", with: ""), position: message.position,
                problem: .compiler(message: message.text))
        }
        guard diagnostics.isEmpty else { throw Diagnostics(diagnostics) }
        throw Diagnostics([
            Diagnostic(
                path: "Package.swift", position: nil,
                problem: .compiler(message: "building \(product) failed:\n\(output)"))
        ])
    }

    private static func fingerprint(library: String, modules: String) throws -> String {
        var digest = Digest()
        digest.combine(try Data(contentsOf: URL(fileURLWithPath: library)))
        for name in try FileManager.default.contentsOfDirectory(atPath: modules).sorted()
        where name.hasSuffix(".swiftmodule") {
            digest.combine(name)
            digest.combine(try Data(contentsOf: URL(fileURLWithPath: modules + "/" + name)))
        }
        return digest.description
    }

    private static func fileName(of product: String) -> String {
        #if os(macOS)
        "lib\(product).dylib"
        #else
        "lib\(product).so"
        #endif
    }
}

/// What the library was built from, to the last byte, and what came out.
private struct Snapshot {
    var content: Data
    var fingerprint: String

    init(content: Data, fingerprint: String) {
        self.content = content
        self.fingerprint = fingerprint
    }

    /// Nil if there is none, or it is cut off.
    init?(reading file: URL) {
        guard let data = try? Data(contentsOf: file), data.count >= 16,
            let name = String(validating: data.prefix(16), as: UTF8.self)
        else { return nil }
        fingerprint = name
        content = data.dropFirst(16)
    }

    func write(to file: URL) throws {
        try (Data(fingerprint.utf8) + content).write(to: file, options: .atomic)
    }
}
