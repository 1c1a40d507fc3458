import Testing

@testable import Literate

struct ProgramTests {
    @Test func `a chapter is tangled into one program that knows the chapter's lines`() {
        let source = """
            # A

            Before `{swift} 1 + 1`.

            ```swift
            //| echo: false
            let a = 2

            print(a)
            ```

            ```swift ignore
            never
            ```

            1. In a list:

               ```swift
               print(3)
               ```
            """
        let chapter = Chapter(parsing: source, path: "chapters/\"a\".md", stem: "a")
        #expect(
            Program(tangling: chapter, modules: ["Figures"]).source == #"""
                import Figures
                import Exhibits
                CellRuntime.start(arguments: CommandLine.arguments)
                #sourceLocation(file: "chapters/\"a\".md", line: 2)
                CellRuntime.inline(0, (
                                1 + 1
                ))
                #sourceLocation()
                CellRuntime.begin(0)
                #sourceLocation(file: "chapters/\"a\".md", line: 7)
                let a = 2

                print(a)

                #sourceLocation()
                CellRuntime.end(0)
                CellRuntime.begin(2)
                #sourceLocation(file: "chapters/\"a\".md", line: 19)
                   print(3)

                #sourceLocation()
                CellRuntime.end(2)
                CellRuntime.finish()

                """#)
    }

    @Test func `a program may end before a given piece of code`() {
        let chapter = Chapter(parsing: "`{swift} 1`\n\n`{swift} 2`\n", path: "a.md", stem: "a")
        let source = Program(tangling: chapter, modules: [], upTo: 1).source
        #expect(source.contains("inline(0"))
        #expect(!source.contains("inline(1"))
    }
}
