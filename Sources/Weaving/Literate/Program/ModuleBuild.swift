import Foundation
import Scanning

/// What SwiftPM notes about the build of one module: above all, from which files it was compiled.
struct ModuleBuild {
    let name: String
    /// The compiled module.
    let moduleFile: URL
    /// The files of Swift, as SwiftPM lists them for the compiler; empty for a module of C.
    private let swift: [URL]
    /// The files of C with the headers that they include, those of the system aside.
    private let c: [URL]
    /// The folder of the package that the module belongs to; nil if it is not known.
    let package: URL?
    private let folder: URL

    /// Reads the notes on module `name` in the folder of a build.
    init(named name: String, in folder: URL) {
        self.name = name
        self.folder = folder
        moduleFile = folder.appendingPathComponent("Modules/\(name).swiftmodule")
        let build = folder.appendingPathComponent("\(name).build")
        let list = try? String(contentsOf: build.appendingPathComponent("sources"), encoding: .utf8)
        swift = (list ?? "").split(separator: "\n").map { URL(fileURLWithPath: Self.unquoted(String($0))) }
        c = list == nil ? Self.dependencies(in: build) : []
        package = (swift + c).lazy.compactMap(Self.package(above:)).first
    }

    /// Whether there is anything of it.
    var isBuilt: Bool { !c.isEmpty || FileManager.default.fileExists(atPath: moduleFile.path) }

    /// The module as its source decides it; nil if that is not all that it is made of: sources that a plugin wrote, resources
    /// and macros, which are programs of their own.
    func module(settings: String, read: (URL) -> Data?) -> LibraryModules.Module? {
        var parts = [settings]
        var imports: Set<String> = []
        // What a plugin or SwiftPM itself wrote lies below the folder of all builds.
        let scratch =
            folder.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().path + "/"
        for file in (swift + c).sorted(by: { $0.path < $1.path }) {
            let isWritten = file.path.hasPrefix(scratch) && !file.path.hasPrefix(scratch + "checkouts/")
            guard !isWritten, let source = read(file) else { return nil }
            let code = swift.isEmpty ? source : BareSwift.code(of: source)
            let text = String(decoding: code, as: UTF8.self)
            if text.contains("externalMacro") { return nil }
            imports.formUnion(ImportedNames.all(in: text))
            parts += [file.lastPathComponent, text]
        }
        return LibraryModules.Module(fingerprint: Fingerprint.of(parts), imports: imports)
    }

    /// The names behind the imports of all files.
    func imports(read: (URL) -> Data?) -> Set<String> {
        Set(swift.flatMap { ImportedNames.all(in: String(decoding: read($0) ?? Data(), as: UTF8.self)) })
    }

    /// What the C compiler says that it read, in files of rules for `make`.
    private static func dependencies(in build: URL) -> [URL] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: build.path)) ?? []
        var files: Set<URL> = []
        for path in paths where path.hasSuffix(".d") {
            guard let rule = try? String(contentsOf: build.appendingPathComponent(path), encoding: .utf8) else {
                continue
            }
            let words = rule.replacing("\\\n", with: " ").replacing("\\ ", with: "\u{0}").split { " \n".contains($0) }
            for word in words where !word.hasSuffix(":") {
                let file = URL(fileURLWithPath: String(word).replacing("\u{0}", with: " ")).standardizedFileURL
                if package(above: file) != nil { files.insert(file) }
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func package(above file: URL) -> URL? {
        var folder = file.deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
                return folder
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    /// A path of a list for the compiler, which quotes those with spaces.
    private static func unquoted(_ path: String) -> String {
        guard path.hasPrefix("'") || path.contains("\\") else { return path }
        return path.replacing("'", with: "").replacing("\\", with: "")
    }
}
