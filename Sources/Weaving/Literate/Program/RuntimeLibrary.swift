import Foundation
import Scanning

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
    /// The modules that it is made of: those that a chapter imports are in its transcript's key.
    let parts: LibraryModules

    /// Builds the library, or finds that this need not be.
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
        cache: URL, building: (String) -> Void
    ) async throws {
        if let built = Self(built: product, from: sources, scratch: scratch, toolchain: toolchain, cache: cache) {
            self = built
            return
        }
        building(product)
        try await Self.build(product, in: package, scratch: scratch, toolchain: toolchain)
        self.product = product
        folder = Self.folder(in: scratch)
        modules = Self.modules(in: scratch)
        let library = folder + "/" + Self.fileName(of: product)
        // The first build tells which packages it depends on, and their manifests which sources they have.
        for package in [package] + (PackageSources.dependencies(in: scratch) ?? []) {
            _ = await Manifest(of: package, scratch: scratch, toolchain: toolchain)
        }
        parts = await LibraryModules(
            builtIn: URL(fileURLWithPath: folder), library: URL(fileURLWithPath: library)
        ) { await Manifest(of: $0, scratch: scratch, toolchain: toolchain)?.settings ?? [:] }
        // What was saved meanwhile may be built or not.
        let builtFrom = PackageSources(of: package, scratch: scratch)
        guard !sources.isComplete || builtFrom.fingerprint == sources.fingerprint else { return }
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        try Snapshot(
            built: Snapshot.Built(parts: parts, files: try Self.files(library: library, modules: modules)),
            content: builtFrom.snapshot(header: Self.header(product, toolchain))
        ).write(to: Self.snapshot(in: cache))
    }

    /// The library, if it was built from exactly these sources and no one has built it in another way since: a release build
    /// by hand puts other modules into the same place. Nil if it must be built.
    init?(built product: String, from sources: PackageSources, scratch: URL, toolchain: Toolchain, cache: URL) {
        self.product = product
        folder = Self.folder(in: scratch)
        modules = Self.modules(in: scratch)
        let library = folder + "/" + Self.fileName(of: product)
        guard sources.isComplete, let kept = Snapshot(reading: Self.snapshot(in: cache)),
            kept.content == sources.snapshot(header: Self.header(product, toolchain)),
            kept.built.files == (try? Self.files(library: library, modules: modules))
        else { return nil }
        parts = kept.built.parts
    }

    private static func header(_ product: String, _ toolchain: Toolchain) -> String {
        product + "\n" + toolchain.version
    }
    private static func folder(in scratch: URL) -> String { scratch.appendingPathComponent("release").path }
    private static func modules(in scratch: URL) -> String { folder(in: scratch) + "/Modules" }
    private static func snapshot(in cache: URL) -> URL { cache.appendingPathComponent("library.snapshot") }

    private static func build(_ product: String, in package: URL, scratch: URL, toolchain: Toolchain) async throws {
        let command = Command(
            executable: toolchain.driver,
            arguments: [
                "build", "-c", "release", "--product", product, "-Xswiftc", "-cross-module-optimization",
                "--package-path", package.path, "--scratch-path", scratch.path,
            ])
        let (output, succeeded) = try await command.output()
        guard !succeeded else { return }
        if let file = ModifiedSource(in: output)?.path {
            let path = file.replacing(package.path + "/", with: "")
            throw Diagnostics([Diagnostic(path: path, position: nil, problem: .savedDuringBuild(product: product))])
        }
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

    /// Names the files of the library and its modules by what the system says of them.
    private static func files(library: String, modules: String) throws -> String {
        let paths = [library] + (try moduleNames(in: modules).map { modules + "/" + $0 })
        return Fingerprint.of(try paths.map { try Toolchain.state(of: $0) })
    }

    private static func moduleNames(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".swiftmodule") }
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
    /// What came out.
    struct Built: Codable {
        /// The modules.
        var parts: LibraryModules
        /// Names the files.
        var files: String
    }

    var built: Built
    /// The sources.
    var content: Data

    init(built: Built, content: Data) {
        self.built = built
        self.content = content
    }

    /// Nil if there is none, or it is cut off.
    init?(reading file: URL) {
        guard let data = try? Data(contentsOf: file), let end = data.firstIndex(of: UInt8(ascii: "\n")),
            let built = try? JSONDecoder().decode(Built.self, from: data[..<end])
        else { return nil }
        self.built = built
        content = data[(end + 1)...]
    }

    func write(to file: URL) throws {
        try (JSONEncoder().encode(built) + Data("\n".utf8) + content).write(to: file, options: .atomic)
    }
}
