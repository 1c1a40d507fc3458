import Foundation

/// Keeps the cache from growing without end.
enum CacheCleaning {
    /// The most that transcripts and remembered values may take.
    static let mostBytes = 512 << 20

    /// Removes the programs and the records of chapters that are gone, and the oldest entries until the rest is small enough.
    ///
    /// The newest entry stays whatever its size: it is of this run.
    static func clean(_ cache: URL, keeping stems: Set<String>, mostBytes: Int = mostBytes) throws {
        let manager = FileManager.default
        for (folder, ending) in [("programs", ""), ("pages", ".json")] {
            for name in try names(in: cache.appendingPathComponent(folder))
            where !stems.contains(String(name.dropLast(ending.count))) {
                try manager.removeItem(at: cache.appendingPathComponent("\(folder)/\(name)"))
            }
        }
        var entries: [(file: URL, size: Int, date: Date)] = []
        // Results are kept by compiler.
        let remembered = try names(in: cache.appendingPathComponent("remembered")).map { "remembered/\($0)" }
        for folder in (["transcripts"] + remembered).map(cache.appendingPathComponent) {
            for name in try names(in: folder) {
                let file = folder.appendingPathComponent(name)
                let attributes = try manager.attributesOfItem(atPath: file.path)
                entries.append(
                    (file, attributes[.size] as? Int ?? 0, attributes[.modificationDate] as? Date ?? .distantPast))
            }
        }
        entries.sort { $0.date > $1.date }
        var total = 0
        for (index, entry) in entries.enumerated() {
            total += entry.size
            if index > 0, total > mostBytes { try manager.removeItem(at: entry.file) }
        }
    }

    private static func names(in folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }
}
