/// The types of a module that are declared in more files than `limit`, with these files: where a type begins, and where it is extended.
///
/// An extension that has only static members or types is no part of its type: it names values of it (`.window(length: 32)`, `.alpha`), or
/// lends its name to others (`Decoder.Settings`).
func splits(_ files: [SourceFile], limit: Int = 3) -> [(type: String, files: [String])] {
    let declaration =
        #/(?m)^(?<indent> *)(?:[a-z@][\w().]*[ ])*(?:struct|class|enum|protocol|actor)[ ]+(?<name>[A-Z]\w*)/#
    let declared = files.map { file in
        file.code.matches(of: declaration).map { (name: String($0.output.name), isInside: !$0.output.indent.isEmpty) }
    }
    let own = Set(declared.joined().map(\.name))
    let outer = Set(declared.joined().filter { !$0.isInside }.map(\.name))
    var parts: [String: Set<String>] = [:]
    for (file, types) in zip(files, declared) {
        // A type inside another one may have the name of one at the top level, and is no part of that.
        for type in types where !type.isInside || !outer.contains(type.name) {
            parts[type.name, default: []].insert(file.name)
        }
        for (type, body) in extensions(in: file.code) where own.contains(type) && !onlyNames(body) {
            parts[type, default: []].insert(file.name)
        }
    }
    return parts.filter { $0.value.count > limit }.map { ($0.key, $0.value.sorted()) }.sorted { $0.type < $1.type }
}

/// The extensions at the top level, each with what stands between its braces; of `Tensor.Shape` the type is `Shape`.
private func extensions(in code: String) -> [(type: String, body: Substring)] {
    code.matches(of: #/(?m)^(?:[a-z@]+[ ])*extension[ ]+(?:\w+\.)*(?<name>[A-Z]\w*)[^{]*\{/#).map { match in
        let rest = code[match.range.upperBound...]
        let end = rest.firstRange(of: "\n}")?.lowerBound ?? rest.endIndex
        return (String(match.output.name), rest[..<end])
    }
}

/// Whether all members are static or types, and there is one: lines that are indented once and begin one.
private func onlyNames(_ body: Substring) -> Bool {
    let keyword = #/\b(?:func|var|let|init|subscript|case|static|struct|class|enum|actor|typealias)\b/#
    let members = body.matches(of: #/(?m)^ {4}(?<line>[a-z@].*)$/#).compactMap { member in
        member.output.line.hasPrefix("@") ? nil : member.output.line.firstMatch(of: keyword)?.output
    }
    return !members.isEmpty
        && members.allSatisfy { ["static", "struct", "class", "enum", "actor", "typealias"].contains($0) }
}
