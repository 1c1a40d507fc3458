import Foundation
import TestSupport
import Testing

/// The reference of figures is a chapter, whose pictures weave makes.
struct GalleryTests {
    @Test func `every mark, diagrams and tables stand in the gallery with their code`() throws {
        let folder = Repository.file("Sources/Showing/Figures/Marks")
        let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var marks: Set<String> = ["Diagram", "Table"]
        for source in sources {
            let text = try String(contentsOf: source, encoding: .utf8)
            for match in text.matches(of: #/public struct (\w+)(?:<\w+>)?: Mark\b/#) {
                marks.insert(String(match.output.1))
            }
        }
        #expect(marks.count > 10)
        let gallery = try String(contentsOf: Repository.file("chapters/a-gallery.md"), encoding: .utf8)
        for mark in marks.sorted() {
            #expect(gallery.contains("    \(mark)("), "\(mark) is not drawn")
            #expect(gallery.contains("`\(mark)"), "\(mark) is not named")
        }
    }
}
