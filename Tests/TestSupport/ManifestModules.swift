import Foundation

/// What `Package.swift` says that each module needs, read from its text: `module("Name", in: .wing, needs: ["Other"])`.
public struct ManifestModules: Sendable {
    /// The names behind `needs:`, by module.
    public let needs: [String: Set<String>]

    /// Reads the manifest of this repository.
    public init() throws {
        let text = try String(contentsOf: Repository.file("Package.swift"), encoding: .utf8)
        var needs: [String: Set<String>] = [:]
        for part in text.split(separator: "module(").dropFirst() {
            guard let name = part.prefixMatch(of: #/\s*"(\w+)"/#)?.output.1 else { continue }
            let list = part.firstMatch(of: #/needs: \[([^\]]*)\]/#)?.output.1 ?? ""
            needs[String(name)] = Set(list.matches(of: #/"(\w+)"/#).map { String($0.output.1) })
        }
        self.needs = needs
    }

    /// Some modules and all that they need.
    public func closure(of names: Set<String>) -> Set<String> {
        var (found, waiting) = (Set<String>(), names)
        while let name = waiting.popFirst() {
            if found.insert(name).inserted { waiting.formUnion(needs[name] ?? []) }
        }
        return found
    }
}
