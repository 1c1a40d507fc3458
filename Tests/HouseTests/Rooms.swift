/// The rooms of a module, its folders, and which of them needs which.
///
/// A room needs another if its code has the name of a type, a protocol or a free function that is declared at the top level there, or
/// extends such a type. That is an approximation: of a method that a third room adds to a type nothing is seen, nor of a type that is
/// only inferred; and a member that has the name of another room's type counts as that type unless a point stands before it.
struct Rooms {
    /// What one room takes of another: names, each with a file that has it.
    private(set) var needs: [Passage: [String: String]] = [:]

    struct Passage: Hashable {
        let from: String
        let to: String
    }

    init(_ files: [SourceFile]) {
        // At the top level: it begins a line, whatever stands before its keyword.
        let declaration =
            #/(?m)^(?:[a-z@][\w().]*[ ])*(?:struct|class|enum|protocol|actor|typealias|func)[ ]+`?(?<name>[A-Za-z_]\w*)/#
        let word = #/(?:^|[^.\w])(?<declares>func[ ]+)?(?<name>[A-Za-z_]\w*)/#
        var home: [String: String] = [:]
        for file in files {
            for match in file.code.matches(of: declaration) { home[String(match.output.name)] = file.room }
        }
        for file in files {
            for match in file.code.matches(of: word) {
                let name = String(match.output.name)
                guard match.output.declares == nil, let room = home[name], room != file.room else { continue }
                // A function's name is also the name of variables: it counts where it is called.
                guard name.first!.isUppercase || file.code[match.range.upperBound...].hasPrefix("(") else { continue }
                needs[Passage(from: file.room, to: room), default: [:]][name] = file.name
            }
        }
    }

    /// The passages of circles, in words: `Data → Marks: Fit in FigureError.swift`.
    var circles: [String] {
        needs.filter { reach(from: $0.key.to).contains($0.key.from) }.map { passage, names in
            let first = names.min { $0.key < $1.key }!
            return "\(passage.from) → \(passage.to): \(first.key) in \(first.value)"
        }.sorted()
    }

    private func reach(from room: String) -> Set<String> {
        var (reached, next) = (Set([room]), [room])
        while let room = next.popLast() {
            for passage in needs.keys where passage.from == room && reached.insert(passage.to).inserted {
                next.append(passage.to)
            }
        }
        return reached
    }
}
