import Testing

@testable import Literate

@Suite struct ClaimListTests {
    private func cells(_ markdown: String) -> [Cell] { Chapter(parsing: markdown, path: "a.md", stem: "a").cells }

    @Test func `one claim is a line that opens the code of its cell`() {
        let cell = cells("```swift\n//| echo: false\nclaim(1 < 2, \"it's so\")\n```\n")[0]
        let html = ClaimList.html(["it's so"], of: cell).text
        #expect(html.hasPrefix("<details class=\"claims\"><summary>it’s so</summary>\n<pre"))
        #expect(html.contains("claim"))
    }

    @Test func `several are counted, and code that is shown is linked and not shown again`() {
        let cell = cells("```swift\nclaim(1 < 2, \"a\")\nclaim(2 < 3, \"b\")\n```\n")[0]
        let html = ClaimList.html(["a", "b"], of: cell).text
        #expect(html.contains("<summary>2 sentences are checked</summary>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"))
        #expect(html.contains("<a href=\"#cell-1\">") && !html.contains("<pre"))
    }
}
