import Testing

/// A file fits its idea, and a type its files.
struct SizeTests {
    @Test func `no file has more than 250 lines, and half of them have 60 at most`() throws {
        let files = try modules().flatMap { try SourceFile.all(in: "Sources/\($0)") }
        for file in files {
            #expect(file.lineCount <= 250, "\(file.path) has \(file.lineCount) lines")
        }
        let median = files.map(\.lineCount).sorted()[files.count / 2]
        #expect(median <= 60, "the median of \(files.count) files is \(median)")
    }

    /// The types that are an open list, each entry of which is a file of its own, with the modules where they are.
    ///
    /// What can be recorded on a tape is such a list, as the methods of `Advantages` are: an operation is one new file. It has what a tape
    /// is in three others. Chapters write `tape.softmax(x)`, so that Swift wants an extension of the type in each.
    private static let openLists = ["Learning/Autodiff": (type: "Tape", folder: "Operations/")]

    @Test func `no type is split over more than three files`() throws {
        for module in try modules() {
            var files = try SourceFile.all(in: "Sources/\(module)")
            let list = Self.openLists[module]
            for split in splits(files) where split.type != list?.type {
                Issue.record("\(module): \(split.type) is in \(split.files.joined(separator: ", "))")
            }
            guard let list else { continue }
            files.removeAll { $0.path.hasPrefix(list.folder) }
            #expect(splits(files).isEmpty, "\(module): \(splits(files))")
        }
    }
}
