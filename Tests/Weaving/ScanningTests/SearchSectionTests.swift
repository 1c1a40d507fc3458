import Testing

@testable import Scanning

@Suite struct SearchSectionTests {
    @Test func `a page is cut at its headings, paragraph by paragraph`() {
        let sections = SearchSection.sections(
            of: """
                <p>First &amp; <em>fast</em>.</p>
                <h2 id="a"><span class="number">1.1</span> Two <a class="permalink" href="#a">#</a></h2>
                <ul><li>One</li><li>An item</li></ul>
                <pre class="code"><code>let x = 1
                print(x)</code></pre>
                """)
        #expect(
            sections == [
                SearchSection(anchor: "", title: "", texts: ["First & fast."]),
                SearchSection(
                    anchor: "a", title: "1.1 Two", texts: ["One", "An item"], code: ["let x = 1", "print(x)"]),
            ])
    }

    @Test func `pictures and tables of data are left out, captions stay`() {
        let sections = SearchSection.sections(
            of: """
                <figure><div class="wide"><svg><title>T</title><g><svg>inner</svg></g>tick</svg></div>
                <figcaption><p>Caption.</p><p class="source"><a>data</a></p>
                <details class="numbers"><details>x</details><table><tr><td>5</td></tr></table></details></figcaption></figure>
                """)
        #expect(sections == [SearchSection(anchor: "", title: "", texts: ["Caption."])])
    }
}
