import Exhibits

/// What a chapter's program said when it ran: everything the page needs from it.
public struct Transcript: Hashable, Codable, Sendable {
    /// The result of one cell.
    public struct CellResult: Hashable, Codable, Sendable {
        /// What it printed, errors after output.
        var output = ""
        /// What went wrong in it, as it should: the compiler's message, a trap's last words, a thrown error.
        var failure: String?
        /// What it showed, in its order.
        var exhibits: [Exhibited] = []
        /// The sentences it checked, all of them true.
        var claims: [String] = []
        /// What it remembers, in the order in which it asked for it.
        var remembered: [Remembered] = []
    }

    /// The results that one `remember` gave, now or in an earlier run.
    public struct Remembered: Hashable, Codable, Sendable {
        /// Its name.
        var name: String
        /// Name each of them, and all that it depends on.
        var keys: [String]
    }

    /// The cells' results by the cells' indices.
    public var cells: [Int: CellResult] = [:]
    /// The texts of the inline expressions by their indices.
    public var inlines: [Int: String] = [:]
}
