import Foundation

/// Notices that a file of the book or of its library was saved, added or removed.
struct SourceWatch: Equatable {
    private let files: [String]

    /// Looks at the folders: names, sizes and times of all files in them but hidden ones.
    init(of folders: [URL]) {
        let manager = FileManager.default
        files = folders.flatMap { folder in
            ((try? manager.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted().compactMap { path in
                guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return nil }
                let attributes = try? manager.attributesOfItem(atPath: folder.appendingPathComponent(path).path)
                let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
                return "\(path) \(attributes?[.size] as? Int ?? 0) \(time)"
            }
        }
    }
}
