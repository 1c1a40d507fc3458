extension Parser {
    /// What stands between `\left`, already read, and its `\right`.
    mutating func fence(_ token: Token) throws(FormulaError) -> Node {
        let left = try delimiter(after: token, "left")
        var body: [Node] = []
        while true {
            body += try list()
            let end = next()
            switch end.kind {
            case .command("middle"): body.append(.separator(try delimiter(after: end, "middle")))
            case .command("right"): return .fence(left: left, body: body, right: try delimiter(after: end, "right"))
            default: throw token.error(.unclosedLeft)
            }
        }
    }
}
