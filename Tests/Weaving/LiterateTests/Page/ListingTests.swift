import Testing

@testable import Literate

@Suite struct ListingTests {
    @Test func `every line has a link to itself, and a mark does not run over a line's end`() {
        let html = Listing.html("/* a\nb */\nlet x = 1\n", language: "swift", anchor: "cell-2").text
        func link(_ number: Int) -> String { "<a href=\"#cell-2-\(number)\" tabindex=\"-1\" aria-hidden=\"true\"></a>" }
        #expect(html.contains("<span class=\"row\" id=\"cell-2-1\">\(link(1))<span class=\"co\">/* a</span>\n</span>"))
        #expect(html.contains("<span class=\"row\" id=\"cell-2-2\">\(link(2))<span class=\"co\">b */</span>\n</span>"))
        #expect(html.contains(" x = <span class=\"nu\">1</span></span></code>"))
        #expect(!html.contains("cell-2-4"))
    }

    @Test func `a block in another language stands as it is`() {
        let html = Listing.html("a < b\n", language: "sh").text
        #expect(
            html.contains(
                "<pre class=\"code\" tabindex=\"0\" role=\"group\" aria-label=\"sh\"><code>a &lt; b</code></pre>"))
    }
}
