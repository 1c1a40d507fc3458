public import Markdown

/// The options of a cell: the lines `//| key: value` at its top. The names are Quarto's.
public struct CellOptions: Hashable, Sendable {
    /// The name by which the text refers to what the cell shows, such as `fig-window`.
    public var label: Label?
    /// The caption of the cell's figure or table, as Markdown.
    public var caption: Caption?
    /// What a figure shows, for those who can not see it; without it, a description made from the data.
    public var alternative: String?
    /// Where that is said.
    public var alternativePosition: SourcePosition?
    /// Whether the code is shown.
    public var echo = true
    /// Whether the cell is compiled and run.
    public var eval = true
    /// Whether the output is shown.
    public var output = true
    /// Whether the cell may throw an error, which the page then shows; what it declares is then its own.
    public var error = false
    /// The longest that the cell may run, in seconds; nil for as long as the chapter may.
    public var timeout: Double?
    /// Whether its results differ from run to run, such as times: `weave check` leaves them out.
    public var isVolatile = false
    /// Whether what it remembers is kept with the book, in a file beside the chapter.
    public var isKept = false
    /// Whether the code is folded away behind ``summary``.
    public var codeFold = false
    /// What stands on the folded code.
    public var summary = "Code"

    /// A label with its place.
    public struct Label: Hashable, Sendable {
        /// The label.
        public var name: String
        /// Where it stands.
        public var position: SourcePosition
    }

    /// A caption with the place of each of its lines.
    public struct Caption: Hashable, Sendable {
        /// The Markdown, with line ends where the source has them.
        public var markdown: String
        /// Where each line starts.
        public var lines: [SourcePosition]
        /// The option's name, which says of what it is a caption.
        public var key: String
    }
}

/// One option as it stands in the source.
struct RawOption {
    var key: String
    var keyPosition: SourcePosition
    var value: String
    var lines: [SourcePosition]

    /// Takes the options off the top of a cell's code.
    ///
    /// A line `//|` with at least three spaces continues the option before it.
    ///
    /// - Returns: the options, the number of lines they take, and the lines that are no options though they look like it.
    static func split(
        _ code: [Substring], firstLine: Int, indentation: Int
    ) -> (options: [RawOption], lineCount: Int, malformed: [SourcePosition]) {
        var options: [RawOption] = []
        var malformed: [SourcePosition] = []
        let lines = code.prefix { $0.hasPrefix("//|") }
        for (offset, line) in lines.enumerated() {
            let text = line.dropFirst(3)
            let spaces = text.prefix { $0 == " " }.count
            let column = indentation + 4 + spaces
            let position = SourcePosition(line: firstLine + offset, column: column)
            if spaces >= 3, !options.isEmpty {
                options[options.count - 1].value += "\n" + text.dropFirst(spaces)
                options[options.count - 1].lines.append(position)
            } else if text.allSatisfy({ $0 == " " }), options.last?.isBlock == true {
                options[options.count - 1].value += "\n"
                options[options.count - 1].lines.append(position)
            } else if let colon = text.firstIndex(of: ":") {
                let key = text[..<colon].dropFirst(spaces)
                let value = text[text.index(after: colon)...]
                let valueStart = value.firstIndex { $0 != " " } ?? value.endIndex
                let before = line.utf8.distance(from: line.startIndex, to: valueStart)
                let start = SourcePosition(line: firstLine + offset, column: indentation + before + 1)
                options.append(
                    RawOption(
                        key: String(key), keyPosition: position, value: String(value[valueStart...]), lines: [start]))
            } else {
                malformed.append(position)
            }
        }
        for index in options.indices { options[index].readYAML() }
        return (options, lines.count, malformed)
    }
}

extension CellOptions {
    /// The names of all options.
    static let keys = [
        "label", "fig-cap", "fig-alt", "tbl-cap", "lst-cap", "echo", "eval", "output", "error", "code-fold",
        "code-summary", "timeout", "volatile", "keep",
    ]

    /// Reads options; what is wrong goes to `report`.
    init(_ raw: [RawOption], report: (SourcePosition, Problem) -> Void) {
        var first: [String: RawOption] = [:]
        for option in raw {
            // A cell has one caption, whatever it is a caption of.
            let meaning = option.key.hasSuffix("-cap") ? "caption" : option.key
            if Self.keys.contains(option.key), let earlier = first.updateValue(option, forKey: meaning) {
                let line = earlier.keyPosition.line
                report(option.keyPosition, .duplicateOption(option.key, first: earlier.key, line: line))
            }
            let start = option.lines[0]
            func boolean(_ value: String) -> Bool {
                if value != "true", value != "false" {
                    report(start, .wrongValue(key: option.key, value: value, expected: "true or false"))
                }
                return value == "true"
            }
            switch option.key {
            case "label": label = Label(name: option.value, position: start)
            case "fig-cap", "tbl-cap", "lst-cap":
                caption = Caption(markdown: option.value, lines: option.lines, key: option.key)
            case "fig-alt": (alternative, alternativePosition) = (option.value, option.keyPosition)
            case "echo": echo = boolean(option.value)
            case "eval": eval = boolean(option.value)
            case "output": output = boolean(option.value)
            case "error": error = boolean(option.value)
            case "timeout":
                timeout = Double(option.value).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
                if timeout == nil {
                    report(start, .wrongValue(key: option.key, value: option.value, expected: "a number of seconds"))
                }
            case "volatile": isVolatile = boolean(option.value)
            case "keep": isKept = boolean(option.value)
            case "code-fold": codeFold = boolean(option.value)
            case "code-summary": summary = option.value
            default: report(option.keyPosition, .unknownOption(option.key, known: Self.keys))
            }
        }
    }
}
