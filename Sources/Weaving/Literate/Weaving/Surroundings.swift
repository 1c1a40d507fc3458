import Foundation
import Scanning

/// What every page depends on beside the folder of the chapters.
enum Surroundings {
    /// Names weave's own program, the compiler, the package's sources and the folders; nil if not all of that is known.
    ///
    /// Of programs it takes what the system says of their files, of sources their content.
    static func name(of weaving: Weaving, sources: PackageSources) -> String? {
        guard let program = Bundle.main.executableURL, let identity = try? Toolchain.identity(of: program.path),
            let compiler = Toolchain.compilerIdentity, sources.isComplete
        else { return nil }
        let folders = [weaving.chapters.path, weaving.chaptersName, weaving.site.path]
        return Checksum.text(of: [identity, compiler] + folders + [sources.name])
    }
}
