/// How far the work is, on one line of the terminal that is drawn over and over.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var filled = -1
    private static let width = 40

    /// A bar that stays hidden unless `isShown` and the standard error stream is a terminal.
    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && errorsGoToTerminal
    }

    /// Draws the bar if it has grown.
    mutating func show(_ done: Int) {
        guard isShown, total > 0 else { return }
        let part = Int(Double(done) / Double(total) * Double(Self.width))
        guard part != filled else { return }
        filled = part
        writeError("\r" + Self.text(filled: part) + " \(done) of \(total) epochs")
    }

    /// Takes the bar away.
    func clear() {
        if isShown { writeError("\r\u{1b}[K") }
    }

    static func text(filled: Int) -> String {
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    }
}
