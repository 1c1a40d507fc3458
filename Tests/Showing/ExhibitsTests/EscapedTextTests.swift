import Testing

@testable import Exhibits

struct EscapedTextTests {
    @Test func `what means something in HTML is escaped, and no more than its place asks for`() {
        let text = "a<b>&\"'é"
        #expect(text.escaped(for: .content) == "a&lt;b&gt;&amp;\"'é")
        #expect(text.escaped(for: .attribute) == "a&lt;b&gt;&amp;&quot;'é")
        #expect(text.escaped(for: .anywhere) == "a&lt;b&gt;&amp;&quot;&#39;é")
        #expect("".escaped(for: .anywhere).isEmpty)
    }

    @Test func `a page is text in its title, and markup in head and body`() {
        let page = PageFrame(title: "a & b", head: "<style></style>", body: "<p>c</p>\n").html
        let end = "<title>a &amp; b</title>\n<style></style>\n</head>\n<body>\n<p>c</p>\n</body>\n</html>\n"
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n") && page.hasSuffix(end))
    }
}
