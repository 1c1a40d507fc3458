import Scanning
import Testing

struct HTMLAttributesTests {
    private func found(_ html: String) -> [String] {
        let attributes = HTMLAttributes(in: Array(html.utf8))
        return attributes.all.map { "\($0.element) \($0.name)=\(attributes.text(of: $0))" }
    }

    @Test func `attributes are found however they are written`() {
        #expect(
            found("a < b <A HREF='x>y'  id = q hidden data-x=\"1 2\"/>t</a><img src=p.svg><br/>")
                == ["a href=x>y", "a id=q", "a data-x=1 2", "img src=p.svg"])
        #expect(found("<!-- <a href=\"x\"> --><script>'<a href=\"y\">'</script><b id=z>") == ["b id=z"])
    }

    @Test(arguments: [
        "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "<a b='c", "<a =", "<!--", "<script>", "<a/", "é<é b=c>",
    ])
    func `broken HTML is read to its end`(html: String) { _ = found(html) }

    @Test func `values are replaced, and nothing else`() {
        let html = "<a href=\"x\" class='c'>x</a> <a href=y>"
        let new = HTMLAttributes.replacing(in: Array(html.utf8)) { $0.name == "href" ? "<\($1)>" : nil }
        #expect(String(decoding: new, as: UTF8.self) == "<a href=\"<x>\" class='c'>x</a> <a href=<y>>")
        #expect(String(decoding: Array("abcabc".utf8).replacing(all: "bc", with: "-"), as: UTF8.self) == "a-a-")
    }
}
