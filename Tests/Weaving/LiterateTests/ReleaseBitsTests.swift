import Foundation
import Testing

/// The library that chapters link, built with optimisation on, gives the bits that the tests of a debug build pin.
struct ReleaseBitsTests {
    @Test func `a release build gives a run the recorded bits`() async throws {
        let book = try TemporaryBook([
            "a.md": """
            # A run

            ```swift
            import OneNumber

            print(try Problem(seed: 7).run(seed: 7).digest)  // \(TemporaryBook.nonce())
            ```
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try book.page("a.html").contains("fd02778103a47855"))
    }

    @Test func `a release build says why it stops`() async throws {
        let book = try TemporaryBook([
            "a.md": """
            # A mistake

            ```swift
            import Advantages
            ```

            ```swift should_trap
            var window = Advantages<String>(.window(length: 2, minimumCount: 1))
            window.record([1, .nan], for: ["a", "b"])
            ```
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try book.page("a.html").contains("the reward of prompt b is nan"))
    }
}
