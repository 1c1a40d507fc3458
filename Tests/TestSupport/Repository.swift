public import Foundation

/// The folder of this repository, for tests that read what is committed beside them.
///
/// It is the nearest folder above this file that has a `Package.swift`, so that tests may stand at any depth.
public enum Repository {
    /// The folder with `Package.swift`.
    public static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            precondition(folder.path != "/", "no Package.swift above \(#filePath)")
            folder = folder.deletingLastPathComponent()
        }
        return folder
    }()

    /// The file or folder at `path`, which is written from the root: `chapters/book.yml`.
    public static func file(_ path: String) -> URL { root.appending(path: path) }
}
