import Foundation
import TestSupport
import Testing

@testable import Literate

/// Which chapters of this repository's book an edit of the library runs again.
struct RerunTests {
    private static let house = Result { try House() }

    /// Edits are made to what is read, not to files, and nothing is built: the keys of chapters are enough.
    @Test func `an edit of a module reruns the chapters that stand on it by the manifest, and no others`() throws {
        let house = try Self.house.get()
        for (module, wing) in house.wings.sorted(by: { $0.key < $1.key }) {
            let expected = house.imports.filter { house.manifest.closure(of: $0.value).contains(module) }.map(\.key)
            #expect(try house.rerun(byEditing: module) == Set(expected), "an edit of \(wing)/\(module)")
            #expect(expected.isEmpty || !["Weaving", "Commands"].contains(wing), "\(wing)/\(module)")
        }
    }

    @Test func `a line in one system reruns nothing of another`() throws {
        let house = try Self.house.get()
        #expect(house.imports.count >= 8)
        #expect(try house.rerun(byEditing: "DeterministicMath") == Set(house.imports.keys))
        let own = [
            "SixWords": "07-six-words", "Language": "08-a-language-model-you-can-read", "DarkRoom": "14-a-dark-room",
        ]
        for system in own.keys {
            let rerun = try house.rerun(byEditing: system)
            #expect(rerun.contains(own[system]!))
            #expect(rerun.isDisjoint(with: own.filter { $0.key != system }.values))
            #expect(!rerun.contains("01-the-model"))
        }
    }

    @Test func `a comment reruns nothing`() throws {
        let house = try Self.house.get()
        for module in house.wings.keys where !["CCMark", "CKernels"].contains(module) {
            #expect(try house.rerun(byEditing: module) { "// A comment.\n\n" + $0 } == [], "a comment in \(module)")
        }
    }
}

/// The modules of this repository, with the notes that a build of them would leave behind, and the chapters of its book.
private struct House: Sendable {
    /// The wing of each module.
    let wings: [String: String]
    /// What each target names as its dependencies.
    let manifest: ManifestModules
    /// What each chapter imports.
    let imports: [String: Set<String>]
    private let builds: [String: ModuleBuild]
    private let modules: [String: LibraryModules.Module]
    private let keys: [String: String]

    init() throws {
        let files = FileManager.default
        func folders(_ path: String) throws -> [String] {
            try files.contentsOfDirectory(atPath: Repository.file(path).path).filter { !$0.hasPrefix(".") }
        }
        let notes = try TemporaryFolder()
        let folder = URL(filePath: notes.path).appending(path: "host/release")
        var wings: [String: String] = [:]
        for wing in try folders("Sources") {
            for module in try folders("Sources/\(wing)") {
                wings[module] = wing
                // What SwiftPM leaves behind when it has built a module: the list of its files.
                let source = Repository.file("Sources/\(wing)/\(module)")
                let paths = try files.subpathsOfDirectory(atPath: source.path).map { source.appending(path: $0).path }
                let build = folder.appending(path: "\(module).build")
                try files.createDirectory(at: build, withIntermediateDirectories: true)
                let swift = paths.filter { $0.hasSuffix(".swift") }
                let c = paths.filter { $0.hasSuffix(".c") || $0.hasSuffix(".h") }
                let (name, list) =
                    swift.isEmpty
                    ? (
                        "\(module).d",
                        "dependencies: " + c.map { $0.replacing(" ", with: "\\ ") }.joined(separator: " ")
                    )
                    : ("sources", swift.joined(separator: "\n"))
                try Data(list.utf8).write(to: build.appending(path: name))
            }
        }
        self.wings = wings
        builds = Dictionary(uniqueKeysWithValues: wings.keys.map { ($0, ModuleBuild(named: $0, in: folder)) })
        withExtendedLifetime(notes) {}
        manifest = try ManifestModules()
        let book = try Book(reading: Repository.file("chapters"), named: "chapters")
        imports = Dictionary(
            uniqueKeysWithValues: book.chapters.filter { !$0.hasNoCode }.map { chapter in
                let program = Program(tangling: chapter, modules: book.modules(of: chapter))
                return (chapter.stem, program.imports(with: chapter))
            })
        modules = builds.compactMapValues { $0.module(settings: "") { try? Data(contentsOf: $0) } }
        let library = LibraryModules(modules)
        keys = imports.mapValues { library.fingerprint(of: $0) }
    }

    /// The chapters whose keys are others if each file of a module is edited.
    func rerun(byEditing module: String, _ edit: (String) -> String = { $0 + "\nlet more = 1\n" }) throws -> Set<String>
    {
        var edited = modules
        edited[module] = builds[module]?.module(settings: "") { file in
            (try? String(contentsOf: file, encoding: .utf8)).map { Data(edit($0).utf8) }
        }
        let library = LibraryModules(edited)
        return Set(imports.filter { library.fingerprint(of: $0.value) != keys[$0.key] }.map(\.key))
    }
}
