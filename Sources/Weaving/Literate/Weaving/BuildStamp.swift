import Foundation
import Scanning

/// What the last weave read and wrote, to the last byte: when both are still the same, there is nothing to do.
///
/// It holds fingerprints of contents, never times; of weave's own program it holds what the system says of its file.
struct BuildStamp: Codable, Sendable {
    private var inputs: String
    private var outputs: String
    /// Names the results that are kept with the book: read like what is written, since a weave also writes it.
    private var kept: String
    private(set) var summary: Weaving.Summary

    /// The stamp of a weave that just ended well; nil if it can not be known that nothing changed.
    ///
    /// - Parameter inputs: what the inputs were before anything was read: an edit during the weave must not be taken for
    ///   woven.
    init?(of site: Site, for weaving: Weaving, inputs: String?, summary: Weaving.Summary) {
        guard summary.warnings.isEmpty, let inputs else { return nil }
        self.inputs = inputs
        outputs = Self.outputs(site.files)
        kept = Self.kept(in: weaving.chapters)
        self.summary = summary
    }

    /// The stamp that an earlier weave left, if it still holds for these inputs.
    static func valid(for weaving: Weaving, inputs: String?) -> BuildStamp? {
        guard let data = try? Data(contentsOf: file(of: weaving)), !weaving.isFresh,
            let stamp = try? JSONDecoder().decode(BuildStamp.self, from: data),
            stamp.inputs == inputs, stamp.outputs == outputs(SiteFolder(url: weaving.site).contents()),
            stamp.kept == kept(in: weaving.chapters)
        else { return nil }
        return stamp
    }

    func write(for weaving: Weaving) throws {
        try JSONEncoder().encode(self).write(to: Self.file(of: weaving), options: .atomic)
    }

    private static func file(of weaving: Weaving) -> URL { weaving.cache.appendingPathComponent("stamp") }

    /// Names the surroundings and all that authors write in the chapters' folder; nil if the surroundings are not known.
    static func inputs(of weaving: Weaving, surroundings: String?) -> String? {
        guard let surroundings else { return nil }
        let files = FolderFiles.all(in: weaving.chapters) { !KeptFile.isKept($0) }
        return Fingerprint.of(Data(surroundings.utf8) + FolderFiles.joined(files))
    }

    private static func kept(in chapters: URL) -> String {
        Fingerprint.of(FolderFiles.joined(FolderFiles.all(in: chapters, where: KeptFile.isKept)))
    }

    /// Names the files that weave wrote into the site.
    private static func outputs(_ files: [String: Data]) -> String {
        Fingerprint.of(FolderFiles.joined(files.sorted { $0.key < $1.key }.map { (path: $0.key, data: $0.value) }))
    }
}
