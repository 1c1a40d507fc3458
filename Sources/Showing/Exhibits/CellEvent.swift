/// What a running chapter tells weave, one JSON line each: the wire between cell and page.
public enum CellEvent: Hashable, Codable, Sendable {
    /// The cell with this index starts; its output goes to a file of its own from here on.
    case began(cell: Int)
    /// The cell reached its end.
    case ended(cell: Int)
    /// The running cell closed this stream, or pointed it elsewhere: what it printed from there on is not on the page.
    case lost(Stream)
    /// The running cell, which may throw, threw this error.
    case threw(String)
    /// The running cell, which must trap, ended its process: by a signal, or not.
    case forkEnded(cell: Int, bySignal: Bool)
    /// The text of the inline expression with this index.
    case inline(index: Int, text: String)
    /// The inline expression with this index has no value that can be printed, and why.
    case inlineFailed(index: Int, reason: String)
    /// The running cell shows something.
    case exhibit(Exhibited)
    /// A `show` at this place failed, and why.
    case exhibitFailed(line: Int, column: Int, reason: String)
    /// What a `remember` at this place computed printed, showed or claimed something besides.
    case saidWhileRemembering(line: Int, column: Int, name: String)
    /// A `remember` gave results with these keys, computed now or earlier.
    case remembered(name: String, keys: [String])
    /// What a `remember` at this place computed is not what it computed before, though nothing has changed.
    case rememberedDiffers(line: Int, column: Int, name: String)
    /// A checked sentence at this place of the chapter.
    case claim(line: Int, column: Int, sentence: String, holds: Bool)
    /// The whole chapter ran.
    case finished

    /// What a cell prints to.
    public enum Stream: String, Hashable, Codable, Sendable {
        case output = "standard output"
        case errors = "standard error"
    }
}
