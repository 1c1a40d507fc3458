/// A source file that was saved while the compiler read it, which then takes back all it has made.
struct ModifiedSource: Hashable, Sendable {
    /// The file, as the build's log names it.
    let path: String

    /// The first such file in the log of a build; nil if there is none.
    init?(in log: String) {
        // The driver's words: `error: input file '/a/B.swift' was modified during the build`.
        guard let match = log.firstMatch(of: #/error: input file '([^'\n]+)' was modified during the build/#) else {
            return nil
        }
        path = String(match.output.1)
    }
}
