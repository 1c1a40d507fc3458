import Markdown
import Yams

/// The keys and values of a piece of YAML, as front matter and `book.yml` have them.
struct YAMLKeys {
    /// How many lines stand before the first of the YAML in its file.
    var linesBefore = 0
    /// Says that the text is not what it should be, for a reason.
    let malformed: (_ reason: String) -> Problem
    /// Told of what is wrong, at its place; nil if the parser knows none.
    let report: (SourcePosition?, Problem) -> Void

    /// Hands over each key with its value; what is no list of keys and values is reported.
    func read(_ yaml: String, each: (_ key: String, _ position: SourcePosition?, _ value: Node) -> Void) {
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return }
            guard let mapping = node.mapping else {
                report(position(node.mark), malformed("it is not a list of keys and values"))
                return
            }
            for (key, value) in mapping { each(key.string ?? "", position(key.mark), value) }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            report(position(mark), malformed(problem))
        } catch {
            report(nil, malformed("\(error)"))
        }
    }

    /// The text of a value; nil, and reported, if it is something else.
    func text(_ value: Node, of key: String) -> String? {
        guard let text = value.string else {
            wrong(value, key, expected: "a text")
            return nil
        }
        return text
    }

    /// The texts of a list and where they stand; nil, and reported, if it is something else.
    ///
    /// - Parameters:
    ///   - expected: what it is a list of, for the message.
    ///   - mayBeEmpty: whether a list of nothing is right.
    func texts(
        _ value: Node, of key: String, expected: String, mayBeEmpty: Bool
    ) -> [(text: String, position: SourcePosition?)]? {
        guard let nodes = value.sequence, mayBeEmpty || !nodes.isEmpty, nodes.allSatisfy({ $0.string != nil }) else {
            wrong(value, key, expected: expected)
            return nil
        }
        return nodes.map { ($0.string!, position($0.mark)) }
    }

    /// A key with its value.
    typealias Entry = (key: String, position: SourcePosition?, value: Node)

    /// The keys and values of each item of a list; nothing, and reported, if it is something else.
    func maps(_ value: Node, of key: String, expected: String) -> [[Entry]] {
        guard let nodes = value.sequence, nodes.allSatisfy({ $0.mapping != nil }) else {
            wrong(value, key, expected: expected)
            return []
        }
        return nodes.map { node in node.mapping!.map { ($0.key.string ?? "", position($0.key.mark), $0.value) } }
    }

    /// The text of a value, or those of a list of values.
    func pieces(_ value: Node) -> [(text: String, position: SourcePosition?)] {
        (value.sequence.map(Array.init) ?? [value]).map { ($0.string ?? "", position($0.mark)) }
    }

    /// Where a node stands in its file.
    private func position(_ mark: Yams.Mark?) -> SourcePosition? {
        mark.map { SourcePosition(line: $0.line + linesBefore, column: $0.column) }
    }

    /// Says that a value is not what it should be.
    func wrong(_ value: Node, _ key: String, expected: String) {
        report(position(value.mark), .wrongValue(key: key, value: "\(value.any)", expected: expected))
    }
}
