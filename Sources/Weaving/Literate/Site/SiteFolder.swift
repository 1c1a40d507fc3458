import Foundation

/// The folder of a site on disk, written whole or not at all.
struct SiteFolder {
    /// The list of the files that weave wrote; what is not in it belongs to someone else and stays.
    static let manifest = ".weave-files"

    let url: URL

    /// Makes the folder hold exactly `site`, beside files that weave did not write.
    ///
    /// The new site is written next to the old one and takes its place at the end, so that an error leaves the old one
    /// as it was. Nothing is touched if nothing differs; files that do not differ move over as hard links, where there are
    /// such, and are not written again.
    ///
    /// - Returns: whether anything differed.
    /// - Throws: ``Failure/unwritable(path:reason:)``; the old site is then as it was.
    @discardableResult
    func write(_ site: Site) throws(Failure) -> Bool {
        var files = site.files
        files[Self.manifest] = Data(site.files.keys.sorted().map { $0 + "\n" }.joined().utf8)
        let old = ownFiles()
        let unchanged = Set(files.filter { path, data in old.contains(path) && content(of: path) == data }.keys)
        if old == unchanged, unchanged.count == files.count { return false }
        let manager = FileManager.default
        let new = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent)-new")
        do {
            if manager.fileExists(atPath: new.path) { try manager.removeItem(at: new) }
            try copyStrangers(to: new, except: old.union(files.keys))
            for folder in Set(files.keys.map { $0.split(separator: "/").dropLast().joined(separator: "/") }) {
                try manager.createDirectory(at: new.appendingPathComponent(folder), withIntermediateDirectories: true)
            }
            for (path, data) in files {
                let file = new.appendingPathComponent(path)
                if unchanged.contains(path), link(url.appendingPathComponent(path).path, file.path) == 0 { continue }
                try data.write(to: file)
            }
            try exchange(new)
        } catch {
            // The old site is whole; what was written of the new one is of no use to anyone.
            try? manager.removeItem(at: new)
            throw Failure.unwritable(path: url.path, reason: error.reason)
        }
        return true
    }

    private func exchange(_ new: URL) throws {
        let manager = FileManager.default
        let old = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent)-old")
        if manager.fileExists(atPath: old.path) { try manager.removeItem(at: old) }
        if manager.fileExists(atPath: url.path) { try manager.moveItem(at: url, to: old) }
        do {
            try manager.moveItem(at: new, to: url)
        } catch {
            if manager.fileExists(atPath: old.path) { try manager.moveItem(at: old, to: url) }
            throw error
        }
        if manager.fileExists(atPath: old.path) { try manager.removeItem(at: old) }
    }

    /// The files that an earlier weave wrote, and its list.
    func ownFiles() -> Set<String> {
        guard let list = content(of: Self.manifest) else { return [] }
        return Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init) + [Self.manifest])
    }

    /// What an earlier weave wrote, but its list.
    func contents() -> [String: Data] {
        var result: [String: Data] = [:]
        for path in ownFiles() where path != Self.manifest { result[path] = content(of: path) }
        return result
    }

    /// The text of a file; nil if there is none.
    func text(of path: String) -> String? {
        content(of: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The content of a file; nil if there is none.
    func content(of path: String) -> Data? {
        try? Data(contentsOf: url.appendingPathComponent(path))
    }

    private func copyStrangers(to new: URL, except own: Set<String>) throws {
        let manager = FileManager.default
        try manager.createDirectory(at: new, withIntermediateDirectories: true)
        guard manager.fileExists(atPath: url.path) else { return }
        for path in try manager.subpathsOfDirectory(atPath: url.path) where !own.contains(path) {
            let source = url.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: source.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            let target = new.appendingPathComponent(path)
            try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try manager.copyItem(at: source, to: target)
        }
    }
}
