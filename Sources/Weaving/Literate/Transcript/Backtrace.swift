import Foundation
import Markdown

/// The report that the Swift runtime writes of a crash.
struct Backtrace: Decodable {
    struct Thread: Decodable {
        var crashed: Bool?
        var frames: [Frame]
    }

    struct Frame: Decodable {
        var sourceLocation: Location?
    }

    struct Location: Decodable {
        var file: String
        var line: Int
        var column: Int
    }

    var threads: [Thread]

    /// Nil if there was no time to write one, or it is cut off.
    init?(reading file: URL) {
        guard let data = try? Data(contentsOf: file),
            let backtrace = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = backtrace
    }

    /// Where in the chapter the program was: the innermost frame that stands there.
    func position(in path: String) -> SourcePosition? {
        let frames = threads.filter { $0.crashed ?? false }.flatMap(\.frames)
        guard let location = frames.compactMap(\.sourceLocation).first(where: { $0.file.hasSuffix(path) }) else {
            return nil
        }
        let line = location.line == Program.firstLineStandIn ? 1 : location.line
        return SourcePosition(line: line, column: max(1, location.column))
    }
}
