import Foundation

/// The folder in which weave runs: that of the package whose library the cells use.
enum PackageFolder {
    /// Why weave can not run in `folder`, and where it can; nil if it can run there.
    ///
    /// - Parameter folder: an absolute path.
    static func problem(of folder: URL) -> String? {
        let folder = folder.standardizedFileURL
        guard !isPackage(folder) else { return nil }
        let missing = "weave runs in the folder of a package, and \(folder.path) has no Package.swift"
        guard let nearest = nearest(above: folder) else { return missing }
        return missing + "; the nearest folder above that has one is \(nearest.path)"
    }

    private static func nearest(above folder: URL) -> URL? {
        var folder = folder
        while folder.pathComponents.count > 1 {
            folder = folder.deletingLastPathComponent()
            if isPackage(folder) { return folder }
        }
        return nil
    }

    private static func isPackage(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    }
}
