import Foundation
import Scanning

/// The modules that a library is made of, each with what decides how it behaves: its source, without comments and layout, and
/// the settings that it is compiled with.
///
/// No path is part of it, and nothing that a compiler made: the same sources have the same fingerprint on every machine.
struct LibraryModules: Codable, Hashable, Sendable {
    /// One module.
    struct Module: Codable, Hashable, Sendable {
        /// Names its own source and settings, or the built bytes where the source is not known.
        var fingerprint: String
        /// The names behind its imports.
        var imports: Set<String>
    }

    private let modules: [String: Module]

    init(_ modules: [String: Module]) {
        self.modules = modules
    }

    /// Names some modules together with all that they import; those of the system belong to the compiler and are left out.
    func fingerprint(of names: Set<String>) -> String {
        var found: Set<String> = []
        var waiting = names
        while let name = waiting.popFirst() {
            guard let module = modules[name], found.insert(name).inserted else { continue }
            waiting.formUnion(module.imports)
        }
        return Fingerprint.of(found.sorted().flatMap { [$0, modules[$0]!.fingerprint] })
    }
}

extension LibraryModules {
    /// Finds the modules that SwiftPM has built in a folder.
    ///
    /// - Parameters:
    ///   - folder: where the builds of the modules are, such as `.build/release`.
    ///   - library: the library that they went into.
    ///   - settings: how the targets of the package in a folder are compiled, by the names of their modules.
    ///   - read: gives the content of a file.
    init(
        builtIn folder: URL, library: URL, settings: (URL) async -> [String: String],
        read: (URL) -> Data? = { try? Data(contentsOf: $0) }
    ) async {
        var modules: [String: Module] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.filter({ $0.hasSuffix(".build") }).map({ String($0.dropLast(".build".count)) }).sorted() {
            let build = ModuleBuild(named: name, in: folder)
            if let package = build.package, let settings = await settings(package)[name],
                let module = build.module(settings: settings, read: read)
            {
                modules[name] = module
            } else if build.isBuilt {
                let built = [build.moduleFile, library].map { read($0) ?? Data() }
                modules[name] = Module(
                    fingerprint: Fingerprint.of(built.map { Fingerprint.of($0) }),
                    imports: build.imports(read: read))
            }
        }
        self.init(modules)
    }
}
