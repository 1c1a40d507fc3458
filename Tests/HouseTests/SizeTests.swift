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

    /// What is still in more files than three, and in how many.
    static let spread = [
        "Tape": 11, "Parser": 7, "Renderer": 5, "Node": 4,
        "Book": 4, "ChapterReader": 6, "Transcript": 4, "Weaving": 5,
    ]

    @Test func `no type is split over more than three files, but for those that the list above counts`() throws {
        var rest = Self.spread
        for module in try modules() {
            for split in splits(try SourceFile.all(in: "Sources/\(module)")) {
                let allowed = rest.removeValue(forKey: split.type) ?? 3
                #expect(
                    split.files.count == allowed,
                    "\(module): \(split.type) is in \(split.files.joined(separator: ", "))")
            }
        }
        #expect(rest.isEmpty, "\(rest.keys.sorted()) are in three files at most: take them off the list")
    }
}
