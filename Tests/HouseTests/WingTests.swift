import Foundation
import TestSupport
import Testing

/// The floor plan: a module imports what stands below its wing or in it, a system no other system, and what weaves takes
/// nothing of what learns but `DeterministicMath`.
struct WingTests {
    /// From top to bottom.
    static let wings = ["Commands", "Weaving", "Systems", "Showing", "Learning"]

    @Test func `no import and no dependency of the manifest goes up, and none sideways between systems`() throws {
        let manifest = try ManifestModules()
        #expect(manifest.needs["train"]?.contains("OneNumber") == true)
        var wing: [String: Int] = [:]
        for (level, name) in Self.wings.enumerated() {
            for module in try Self.folders(in: "Sources/\(name)") { wing[module] = level }
        }
        for (module, level) in wing {
            let imports = try Self.imports(of: "Sources/\(Self.wings[level])/\(module)")
            for imported in imports.union(manifest.needs[module] ?? []) {
                guard let other = wing[imported], imported != module else { continue }
                #expect(other >= level, "\(module) needs \(imported), which stands above it")
                #expect(
                    other != level || Self.wings[level] != "Systems", "\(module) needs \(imported), another system")
                let takesTraining = Self.wings[level] == "Weaving" && Self.wings[other] == "Learning"
                #expect(!takesTraining || imported == "DeterministicMath", "\(module) needs \(imported)")
                let isSystem = Self.wings[level] == "Weaving" && Self.wings[other] == "Systems"
                #expect(!isSystem, "\(module) needs \(imported), a system")
            }
        }
        #expect(wing.count >= 15)
    }

    @Test func `every folder of a wing is a target of the manifest, and has tests`() throws {
        let manifest = try String(contentsOf: Repository.file("Package.swift"), encoding: .utf8)
        for wing in Self.wings {
            for module in try Self.folders(in: "Sources/\(wing)") {
                #expect(manifest.contains("\"\(module)\""), "\(module) is no target")
                let tests = Repository.file("Tests/\(wing)/\(module)Tests").path
                let isC = ["CCMark", "CKernels", "CMPI"].contains(module)
                #expect(isC || FileManager.default.fileExists(atPath: tests), "\(module) has no tests")
            }
        }
    }

    private static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.file(path).path).filter { !$0.hasPrefix(".") }
    }

    private static func imports(of path: String) throws -> Set<String> {
        let files = FileManager.default.enumerator(at: Repository.file(path), includingPropertiesForKeys: nil)
        var names: Set<String> = []
        for case let file as URL in files! where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2, words.count == place + 2 else { continue }
                names.insert(String(words[place + 1].prefix { $0 != "." }))
            }
        }
        return names
    }
}
