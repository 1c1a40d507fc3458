import Foundation
import Scanning

/// The manifest and the sources of a Swift package and of the packages in folders that it depends on, for finding out
/// whether its libraries must be built again.
struct PackageSources {
    /// All files with their names, one after the other.
    private let content: Data
    /// Whether all that the libraries are built from is known; SwiftPM must decide otherwise.
    let isComplete: Bool

    /// Reads `Package.swift`, `Package.resolved` and everything under `Sources`.
    init(of package: URL, scratch: URL) throws {
        let dependencies = Self.dependencies(in: scratch)
        let packages = [package] + (dependencies ?? [])
        content = try packages.map(Self.content).reduce(Data(), +)
        isComplete = dependencies != nil && packages.allSatisfy(Self.hasUsualFolders)
    }

    /// Names all files and what is in them.
    var name: String { Checksum.text(of: content) }

    /// `header` and all files with their names, one after the other.
    func snapshot(header: String) -> Data { Data(header.utf8) + content }

    private static func content(of package: URL) throws -> Data {
        let sources = package.appendingPathComponent("Sources")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: sources.path)) ?? []
        let paths = ["Package.swift", "Package.resolved"] + names.sorted().map { "Sources/" + $0 }
        let files = inParallel(paths) { path in Result { try data(of: package.appendingPathComponent(path)) } }
        var result = Data()
        for (path, file) in zip(paths, files) {
            guard let data = try file.get() else { continue }
            result.append(contentsOf: "\n\(path) \(data.count)\n".utf8)
            result.append(data)
        }
        return result
    }

    /// The content of a file; nil if there is none, or a folder.
    private static func data(of file: URL) throws -> Data? {
        do {
            return try Data(contentsOf: file)
        } catch {
            // Few of the paths are folders: to ask first would cost more than all the reading.
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            if !exists || isFolder.boolValue { return nil }
            throw error
        }
    }

    /// A manifest may send a target's sources elsewhere.
    private static func hasUsualFolders(_ package: URL) -> Bool {
        let data = try? Data(contentsOf: package.appendingPathComponent("Package.swift"))
        let lines = String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n")
        return !lines.contains { $0.contains("path:") && !$0.contains(".package(") }
    }

    /// The folders of the packages that SwiftPM does not pin by `Package.resolved`; nil if that is not known, or one is
    /// being edited.
    private static func dependencies(in scratch: URL) -> [URL]? {
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
