import Foundation
import Testing

@testable import Literate

struct TangleTests {
    @Test func `a chapter becomes a plain program that says where each piece stands`() {
        let source = """
            # A

            ```swift
            //| echo: false
            let a = 2
            print(a)
            ```

            Twice `{swift} a * 2`.

            ```swift should_trap
            fatalError()
            ```

            ```swift
            //| error: true
            throw Refusal()
            ```
            """
        let chapter = Chapter(parsing: source, path: "chapters/01-a.md", stem: "01-a")
        #expect(
            TangledChapter(of: chapter, modules: ["Figures"]).text == """
                // Tangled from chapters/01-a.md: A

                import Figures
                import Exhibits

                // chapters/01-a.md:5-6
                let a = 2
                print(a)

                // chapters/01-a.md:9
                print(
                    a * 2
                )

                // chapters/01-a.md:12-12 (should_trap)
                // fatalError()

                // chapters/01-a.md:17-17
                do {
                    try CellRuntime.mayThrow()
                throw Refusal()
                } catch {
                    CellRuntime.threw(error)
                }

                """)
    }

    @Test func `the tangled package has a program for each chapter with code`() throws {
        let book = try TemporaryBook(["01-the-model.md": "`{swift} 1`\n", "02-words.md": "Only words.\n"])
        defer { book.remove() }
        let read = try Book(reading: book.chapters, named: "chapters")
        let package = TangledPackage(of: read, package: URL(fileURLWithPath: "/some/where"))
        #expect(package.executables == ["Chapter01TheModel"])
        #expect(package.files["Package.swift"]!.contains(".product(name: \"BookRuntime\", package: \"where\")"))
    }
}
