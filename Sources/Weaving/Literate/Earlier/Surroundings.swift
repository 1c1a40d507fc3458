import Foundation
import Scanning

/// What every page depends on beside the folder of the chapters.
enum Surroundings {
    /// Names weave's own program, the compiler, the package's sources and the folders; nil if not all of that is known.
    ///
    /// Of programs it takes what the system says of their files, of sources their content.
    ///
    /// - Parameter folders: where the chapters and the pages are, and what diagnostics call these.
    static func key(of folders: [String], sources: PackageSources) -> String? {
        guard let program = Bundle.main.executableURL, let state = try? Toolchain.state(of: program.path),
            let compiler = Toolchain.compilerState, sources.isComplete
        else { return nil }
        return Fingerprint.of([state, compiler] + folders + [sources.fingerprint])
    }
}
