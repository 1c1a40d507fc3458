import Foundation
import Literate

/// Notices that a file of the book or of its library was saved, added or removed.
struct SourceWatch: Equatable {
    /// The texts of the book, which only an author writes: chapters, settings, bibliography.
    private let texts: [String]
    /// The package with its library.
    private let package: [String]
    /// The other files beside the chapters, which cells read, and may write.
    private let data: [String]

    /// Looks at names, sizes and times of all that a weave reads but hidden files and the site, which it writes itself.
    init(of weaving: Weaving) {
        let site = weaving.site.standardizedFileURL.path
        let chapters = weaving.chapters
        let beside = Self.files(in: chapters, but: site)
        func isText(_ file: URL) -> Bool { Book.isText(String(file.path.dropFirst(chapters.path.count + 1))) }
        let library = Self.files(in: weaving.package.appendingPathComponent("Sources"), but: site)
        let manifest = weaving.package.appendingPathComponent("Package.swift")
        texts = beside.filter(isText).map(Self.state)
        package = (library + [manifest]).map(Self.state)
        data = beside.filter { !isText($0) }.map(Self.state)
    }

    /// Whether the author saved something after `earlier`.
    ///
    /// Data do not count: a run that writes some would be its own end.
    func hasNewSources(since earlier: Self) -> Bool { texts != earlier.texts || hasNewPackage(since: earlier) }

    /// Whether that was a part of the package.
    func hasNewPackage(since earlier: Self) -> Bool { package != earlier.package }

    private static func files(in folder: URL, but site: String) -> [URL] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        // The site may stand among the chapters, and they in its folder.
        let isInSite = (folder.standardizedFileURL.path + "/").hasPrefix(site + "/")
        return paths.sorted().filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .map { folder.appendingPathComponent($0) }
            .filter { isInSite || !($0.standardizedFileURL.path + "/").hasPrefix(site + "/") }
    }

    private static func state(_ file: URL) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
        // The time of a folder tells only of the names in it, which are looked at themselves.
        guard attributes?[.type] as? FileAttributeType != .typeDirectory else { return "\(file.path)/" }
        return "\(file.path) \(attributes?[.size] as? Int ?? 0) \(time)"
    }
}
