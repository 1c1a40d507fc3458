/// What a plan says, in the part of YAML that plans need: keys with values, lists, texts, comments. What else YAML has is refused where it
/// stands, so that no plan means something else to another reader. (A reader of all YAML needs all of Foundation, which each start of
/// `train` would pay for.)
struct PlanNode {
    enum Content {
        case nothing
        case text(String)
        case list([PlanNode])
        case entries([(key: PlanNode, value: PlanNode)])
    }

    let place: PlanPlace
    let content: Content

    var text: String? { if case .text(let text) = content { text } else { nil } }
    var list: [PlanNode]? { if case .list(let list) = content { list } else { nil } }
    var entries: [(key: PlanNode, value: PlanNode)]? {
        if case .entries(let entries) = content { entries } else { nil }
    }

    /// The value of a key.
    subscript(key: String) -> PlanNode? { entries?.first { $0.key.text == key }?.value }
}

extension PlanNode {
    /// Reads the text of a plan; `path` names it in messages.
    init(parsing text: String, path: String) throws(SweepError) {
        let texts = text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{B}" && $0 != "\u{C}" }
        var lines = ArraySlice<PlanLine>()
        for (index, text) in texts.enumerated() {
            if let line = try PlanLine(text, number: index + 1, path: path) { lines.append(line) }
        }
        guard !lines.isEmpty else {
            self.init(place: PlanPlace(line: 1, column: 1), content: .nothing)
            return
        }
        try self.init(taking: &lines, path: path)
        if let line = lines.first { throw line.flaw }
    }

    /// Takes the lines that begin in the column of the first, with those that belong to them.
    private init(taking lines: inout ArraySlice<PlanLine>, path: String) throws(SweepError) {
        let first = lines[lines.startIndex]
        var items: [PlanNode] = []
        var entries: [(key: PlanNode, value: PlanNode)] = []
        while var line = lines.first, line.place.column == first.place.column, line.isItem == first.isItem {
            lines.removeFirst()
            guard !line.isItem else {
                items.append(try line.item())
                continue
            }
            let key = try line.key()
            guard !entries.contains(where: { $0.key.text == key.text }) else {
                throw .plan(path: path, place: key.place, flaw: .keyTwice(key.text ?? ""))
            }
            var value = try line.value()
            if value == nil, let next = lines.first, next.place.column >= first.place.column + (next.isItem ? 0 : 1) {
                value = try PlanNode(taking: &lines, path: path)
            }
            entries.append((key, value ?? PlanNode(place: line.place, content: .nothing)))
        }
        self.init(place: first.place, content: first.isItem ? .list(items) : .entries(entries))
    }
}
