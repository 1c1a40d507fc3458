import Foundation

/// The files in a folder and below it, also behind links to folders.
enum FolderFiles {
    /// A file by its path in the folder; its content is nil if no one may read it.
    typealias File = (path: String, data: Data?)

    /// All files, in the order of their paths; none if there is no such folder.
    ///
    /// - Parameter isWanted: whether a path matters.
    static func all(in folder: URL, where isWanted: @Sendable (String) -> Bool = { _ in true }) -> [File] {
        var seen: Set<String> = []
        return files(in: folder, prefix: "", seen: &seen, isWanted: isWanted).sorted { $0.path < $1.path }
    }

    /// Files with their paths and sizes, one after the other: no two lists of files give the same.
    static func joined(_ files: [File]) -> Data {
        var result = Data()
        for (path, data) in files {
            result.append(contentsOf: "\(path) \(data?.count ?? -1)\n".utf8)
            if let data { result.append(data) }
        }
        return result
    }

    /// What is at a path.
    private enum Content: Sendable {
        case data(Data)
        case folder
        case unreadable
    }

    private static func files(
        in folder: URL, prefix: String, seen: inout Set<String>, isWanted: @Sendable (String) -> Bool
    ) -> [File] {
        // A link may lead back to a folder above it.
        guard seen.insert(folder.resolvingSymlinksInPath().path).inserted else { return [] }
        // Sorted: of two links to one folder, the first is followed.
        let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted().filter {
            isWanted(prefix + $0)
        }
        let contents = inParallel(paths) { content(of: folder.appendingPathComponent($0)) }
        var result: [File] = []
        for (path, content) in zip(paths, contents) {
            switch content {
            case .data(let data): result.append((prefix + path, data))
            case .unreadable: result.append((prefix + path, nil))
            case .folder:
                // The list goes into folders, but not through links to them.
                let link = folder.appendingPathComponent(path)
                guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)) != nil else { continue }
                result += files(
                    in: link.resolvingSymlinksInPath(), prefix: prefix + path + "/", seen: &seen, isWanted: isWanted)
            }
        }
        return result
    }

    private static func content(of file: URL) -> Content {
        if let data = try? Data(contentsOf: file) { return .data(data) }
        // Few paths are folders: to ask first would cost more than all the reading.
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        return exists && isFolder.boolValue ? .folder : .unreadable
    }
}
