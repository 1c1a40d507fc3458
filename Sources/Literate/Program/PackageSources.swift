import Foundation

/// The manifest and the sources of a Swift package, for finding out whether its libraries must be built again.
struct PackageSources {
    private let files: [(path: String, data: Data)]

    /// Reads `Package.swift`, `Package.resolved` and everything under `Sources`.
    init(of package: URL) throws {
        let manager = FileManager.default
        let sources = package.appendingPathComponent("Sources")
        let names = (try? manager.subpathsOfDirectory(atPath: sources.path)) ?? []
        let paths = ["Package.swift", "Package.resolved"] + names.sorted().map { "Sources/" + $0 }
        files = try paths.compactMap { path in
            var isFolder: ObjCBool = false
            let file = package.appendingPathComponent(path)
            guard manager.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
            return (path, try Data(contentsOf: file))
        }
    }

    /// `header` and all files with their names, one after the other.
    func snapshot(header: String) -> Data {
        var result = Data(header.utf8)
        for (path, data) in files {
            result.append(contentsOf: "\n\(path) \(data.count)\n".utf8)
            result.append(data)
        }
        return result
    }
}
