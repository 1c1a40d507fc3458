import Foundation
import Scanning

/// The manifest and the sources of a Swift package and of the packages in folders that it depends on, for finding out
/// whether its libraries must be built again.
struct PackageSources {
    /// All files with their names, one after the other.
    private let content: Data
    /// Whether all that the libraries are built from is known; SwiftPM must decide otherwise.
    let isComplete: Bool

    /// Reads `Package.swift`, `Package.resolved` and all that the targets are made of.
    init(of package: URL, scratch: URL) {
        let dependencies = Self.dependencies(in: scratch)
        let contents = ([package] + (dependencies ?? [])).map { Self.content(of: $0, scratch: scratch) }
        content = contents.reduce(Data()) { $0 + ($1 ?? Data()) }
        isComplete = dependencies != nil && !contents.contains(nil)
    }

    /// Names all files and what is in them.
    var fingerprint: String { Fingerprint.of(content) }

    /// `header` and all files with their names, one after the other.
    func snapshot(header: String) -> Data { Data(header.utf8) + content }

    /// All files with their names; nil if one of them can not be read, or it is not known which they are.
    private static func content(of package: URL, scratch: URL) -> Data? {
        guard let folders = Manifest(keptOf: package, scratch: scratch)?.folders else { return nil }
        let manifests = ["Package.swift", "Package.resolved"].compactMap { name in
            (try? Data(contentsOf: package.appendingPathComponent(name))).map { (path: name, data: Optional($0)) }
        }
        let files = manifests + folders.flatMap { FolderFiles.all(in: package.appendingPathComponent($0)) }
        return files.contains { $0.data == nil } ? nil : FolderFiles.joined(files)
    }

    /// The folders of the packages that SwiftPM does not pin by `Package.resolved`; nil if that is not known, or one is
    /// being edited.
    static func dependencies(in scratch: URL) -> [URL]? {
        guard let data = try? Data(contentsOf: scratch.appendingPathComponent("workspace-state.json")),
            let state = try? JSONDecoder().decode(WorkspaceState.self, from: data)
        else { return nil }
        var folders: [URL] = []
        for dependency in state.object.dependencies {
            switch dependency.state.name {
            case "fileSystem": folders.append(URL(fileURLWithPath: dependency.packageRef.location))
            case "sourceControlCheckout", "registryDownload": continue
            default: return nil
            }
        }
        return folders.sorted { $0.path < $1.path }
    }
}

/// What SwiftPM notes of a package's dependencies.
private struct WorkspaceState: Decodable {
    struct Object: Decodable { var dependencies: [Dependency] }
    struct Dependency: Decodable {
        var packageRef: Reference
        var state: State
    }
    struct Reference: Decodable { var location: String }
    struct State: Decodable { var name: String }

    var object: Object
}
