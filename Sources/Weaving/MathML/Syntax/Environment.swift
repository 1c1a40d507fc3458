import Scanning

/// What an environment's rows become.
struct Environment: Sendable {
    var kind: Table.Kind
    var left: Symbol?
    var right: Symbol?
    /// The number of columns, if it is limited.
    var columns: Int?

    static let named: [String: Environment] = {
        var environments = [
            "cases": Environment(kind: .cases, left: Symbol(text: "{", atom: .opening), columns: 2),
            "rcases": Environment(kind: .cases, right: Symbol(text: "}", atom: .closing), columns: 2),
            "matrix": Environment(kind: .matrix),
            "smallmatrix": Environment(kind: .smallMatrix),
        ]
        for name in ["aligned", "align", "align*", "split"] { environments[name] = Environment(kind: .aligned) }
        for name in ["gathered", "gather", "gather*"] {
            environments[name] = Environment(kind: .gathered, columns: 1)
        }
        for (name, left, right) in [
            ("pmatrix", "(", ")"), ("bmatrix", "[", "]"), ("Bmatrix", "{", "}"), ("vmatrix", "|", "|"),
            ("Vmatrix", "‖", "‖"),
        ] {
            environments[name] = Environment(
                kind: .matrix, left: Symbol(text: left, atom: .opening), right: Symbol(text: right, atom: .closing))
        }
        return environments
    }()

    static let names: [String] = named.keys + ["array"]
}

extension Environment {
    /// The environment that `begin`, already read, starts.
    static func read(_ begin: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        let name = try parser.name(of: begin)
        let environment = try named(name, begin, from: &parser)
        let table = Table(kind: environment.kind, rows: try rows(of: name, columns: environment.columns, from: &parser))
        let end = parser.peek
        guard end.kind == .command("end") else {
            throw end.kind == .closeBrace || end.kind == .end
                ? begin.error(.unclosedEnvironment(name)) : try parser.stray()
        }
        parser.advance()
        let ended = try parser.name(of: end)
        guard ended == name else { throw end.error(.mismatchedEnd(expected: name, found: ended)) }
        if environment.left == nil, environment.right == nil { return .table(table) }
        return .fence(left: environment.left, body: [.table(table)], right: environment.right)
    }

    private static func named(_ name: String, _ begin: Token, from parser: inout Parser) throws(FormulaError)
        -> Environment
    {
        if let environment = named[name] { return environment }
        guard name == "array" else {
            throw begin.error(.unknownEnvironment(name, suggestion: suggestion(for: name, among: names)))
        }
        let specification = try parser.name(of: begin)
        var alignments: [Table.Alignment] = []
        var rules: [Int] = []
        for character in specification where character != " " {
            if character == "|" {
                rules.append(alignments.count)
            } else if let alignment = Table.Alignment(rawValue: character) {
                alignments.append(alignment)
            } else {
                throw begin.error(.columnSpecification(specification))
            }
        }
        guard !alignments.isEmpty else { throw begin.error(.columnSpecification(specification)) }
        return Environment(kind: .array(alignments, rules: rules), columns: alignments.count)
    }

    /// `\substack{…}`: lines under a sum.
    static func substack(_ command: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        parser.skipSpaces()
        let open = parser.next()
        guard open.kind == .openBrace else { throw command.error(.argumentWithoutBraces(of: command.spelling)) }
        let rows = try rows(of: "substack", columns: 1, from: &parser)
        guard parser.peek.kind == .closeBrace else { throw open.error(.unclosedBrace) }
        parser.advance()
        return .table(Table(kind: .substack, rows: rows))
    }

    /// Cells up to what ends the environment. A row break at the end begins no row.
    private static func rows(of environment: String, columns: Int?, from parser: inout Parser) throws(FormulaError)
        -> [[[Node]]]
    {
        var rows: [[[Node]]] = [[]]
        while true {
            rows[rows.count - 1].append(try parser.list())
            switch parser.peek.kind {
            case .ampersand:
                if let columns, rows[rows.count - 1].count == columns {
                    throw parser.peek.error(.tooManyColumns(environment: environment, limit: columns))
                }
                parser.advance()
            case .command("\\"):
                let rowBreak = parser.next()
                if parser.peek.kind == .character("[") { throw rowBreak.error(.rowSpace) }
                rows.append([])
            default:
                if let last = rows.last, rows.count > 1, last.count == 1, last[0].isEmpty { rows.removeLast() }
                return rows
            }
        }
    }
}
