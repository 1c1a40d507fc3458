import Records

extension SweepPlan {
    /// Reads a plan. Throws `RecordError` if the file can not be read, and ``SweepError`` for what is wrong with it.
    public init(contentsOfFile path: String) throws {
        let lines = try [UInt8](contentsOfFile: path).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let texts = try lines.enumerated().map { number, line in
            guard let text = String(validating: line, as: UTF8.self) else {
                throw RecordError.malformed(path: path, place: TextPlace(line: number + 1), flaw: .notUTF8)
            }
            return text
        }
        try self.init(parsing: texts.joined(separator: "\n"), path: path)
    }

    /// Reads the text of a plan; `path` names it in messages.
    public init(parsing text: String, path: String) throws(SweepError) {
        let root = try PlanNode(parsing: text, path: path)
        let reader = PlanReader(path: path)
        guard let entries = root.entries else { throw reader.error(root, .notMapping) }
        for (key, _) in entries {
            let name = key.text ?? ""
            guard ["command", "settings", "seeds", "block"].contains(name) else {
                throw reader.error(key, .unknownKey(name))
            }
        }
        func node(_ name: String) throws(SweepError) -> PlanNode {
            guard let node = root[name] else { throw reader.error(root, .missing(name)) }
            return node
        }
        let command = try node("command")
        let block = root["block"]
        self.init(
            path: path, command: try reader.text(command, of: "command").split(separator: " ").map(String.init),
            commandPlace: command.place, axes: try reader.axes(root["settings"]),
            seeds: try reader.seeds(try node("seeds")),
            blockSize: block == nil ? 1 : try reader.count(block!, of: "block"))
    }
}
