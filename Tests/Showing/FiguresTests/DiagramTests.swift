import Exhibits
import TestSupport
import Testing

@testable import Figures

@Suite struct DiagramTests {
    private let loop: [Diagram.Element] = [
        .box("prompt", "calm-walrus", wide: [0, 0], narrow: [0, 0]),
        .box("number", "θ = 203.5", wide: [1, 0], narrow: [0, 1], .strong),
        .box("label", "y = 87", wide: [1, 1], narrow: [1, 1], .hidden),
        .arrow("prompt", "number", "hash"),
        .arrow("label", "number"),
    ]

    private func drawn(_ elements: [Diagram.Element]) throws -> DrawnFigure {
        guard case .figure(let figure) = try Diagram("A number for a prompt", elements).exhibited() else {
            throw DiagramError.noBoxes
        }
        return figure
    }

    @Test func `boxes and arrows in both layouts`() throws {
        let figure = try drawn(loop)
        #expect(try Snapshot.figure("diagram-wide.svg").difference(from: figure.wide) == nil)
        #expect(try Snapshot.figure("diagram-narrow.svg").difference(from: figure.narrow) == nil)
        #expect(
            figure.description == "prompt: calm-walrus. number: θ = 203.5. label: y = 87. From prompt to number: hash. "
                + "From label to number.")
        #expect(
            figure.csv == """
                kind,name,to,text
                box,prompt,,calm-walrus
                box,number,,θ = 203.5
                box,label,,y = 87
                arrow,prompt,number,hash
                arrow,label,number,

                """)
    }

    @Test(
        arguments: [
            ([], "the diagram has no box"),
            ([.arrow("a", "b")], "the diagram has no box"),
            (
                [.box("a", "", wide: [0, 0], narrow: [0, 0]), .arrow("a", "b")],
                "an arrow names the box “b”, and there is none"
            ),
            (
                [.box("a", "", wide: [0], narrow: [0, 0])],
                "the place of a box in the wide layout is not a column and a row"
            ),
            (
                [.box("a", "", wide: [0, 0], narrow: [0, 0]), .box("b", "", wide: [1, 0], narrow: [0, 0])],
                "two boxes have one place in the narrow layout"
            ),
            (
                [.box("a", "", wide: [0, 0], narrow: [0, 0]), .box("a", "", wide: [1, 0], narrow: [1, 0])],
                "two boxes have one name"
            ),
        ] as [([Diagram.Element], String)])
    func `what can not be drawn is an error`(elements: [Diagram.Element], expected: String) {
        let error = #expect(throws: DiagramError.self) { try drawn(elements) }
        #expect(error?.description == expected)
    }
}
