import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What names the code that computes a sweep.
///
/// A program that lies in the build folder of its package is named by the sources of the modules that a command runs: the same on every
/// machine, whatever its compiler. A program that was copied somewhere else is named by its own bytes: never stale, but another one
/// after each build.
public enum SourceDigest {
    /// The digest for a command that runs these modules, each as `Systems/OneNumber` or a whole wing as `Learning`.
    ///
    /// Throws ``SweepError/olderThanItsSources(program:newer:)`` if a source was saved after the program was built, and what the system
    /// says if a file can not be read.
    public static func code(of modules: [String], program: String) throws -> String {
        let manager = FileManager.default
        guard let root = root(above: program) else {
            return "program \(try FileDigest.bytes(of: program))"
        }
        func modified(_ path: String) throws -> Date? {
            try manager.attributesOfItem(atPath: path)[.modificationDate] as? Date
        }
        let built = try modified(program)
        var digest = Digest()
        for module in modules.sorted() {
            let folder = "\(root)/Sources/\(module)"
            for name in try manager.subpathsOfDirectory(atPath: folder).sorted()
            where [".swift", ".c", ".h"].contains(where: name.hasSuffix) {
                let path = "\(folder)/\(name)"
                if let built, let saved = try modified(path), saved > built {
                    throw SweepError.olderThanItsSources(program: program, newer: path)
                }
                digest.combine("\(module)/\(name)\n")
                digest.combine("\(try FileDigest.bytes(of: path))\n")
            }
        }
        return "sources \(digest)"
    }

    /// The package's folder, if the program lies in its build folder.
    private static func root(above program: String) -> String? {
        let folders = program.split(separator: "/", omittingEmptySubsequences: false)
        guard let build = folders.lastIndex(of: ".build") else { return nil }
        let root = folders[..<build].joined(separator: "/")
        return FileManager.default.fileExists(atPath: "\(root)/Package.swift") ? root : nil
    }
}
