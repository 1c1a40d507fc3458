import Markdown

/// The notes of a chapter: defined by `[^name]: text`, used by `[^name]`.
struct Notes: Hashable, Sendable {
    struct Note: Hashable, Sendable {
        var name: String
        var inlines: [Inline]
        var position: SourcePosition
        /// Its number in the order of use; nil until it is used.
        var number: Int?
    }

    private var notes: [Note] = []
    private var count = 0

    init() {}

    init(definedIn blocks: [Block]) {
        notes = blocks.compactMap { block in
            guard case .note(let name, let inlines) = block.kind else { return nil }
            return Note(name: name, inlines: inlines, position: block.range.start)
        }
    }

    var unused: [Note] { notes.filter { $0.number == nil } }

    /// Notes the use of a note; nil if it is not defined.
    ///
    /// - Returns: the note, and whether this is its first use.
    mutating func use(_ name: String) -> (note: Note, isFirst: Bool)? {
        guard let index = notes.firstIndex(where: { $0.name == name }) else { return nil }
        if notes[index].number != nil { return (notes[index], false) }
        count += 1
        notes[index].number = count
        return (notes[index], true)
    }
}
