import Foundation
import TestSupport
import Testing

/// A figure's title is a conclusion, and a conclusion is checked: `show(figure, because: condition)`.
struct FigureTitleTests {
    @Test func `no figure of the book has a title that nothing checks`() throws {
        let folder = Repository.file("chapters")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var figures = 0
        for file in files where file.pathExtension == "md" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for cell in text.matches(of: #/```swift\n(.*?)```/#.dotMatchesNewlines()).map(\.output.1) {
                guard let label = cell.firstMatch(of: #/\/\/\| label: (fig-\S+)/#)?.output.1 else { continue }
                figures += 1
                #expect(
                    cell.contains("because:"),
                    "\(file.lastPathComponent): the title of \(label) is shown without `because:`")
            }
        }
        #expect(figures > 40)
    }
}
