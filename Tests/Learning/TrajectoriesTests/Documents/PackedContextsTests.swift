import Testing
import Trajectories

struct PackedContextsTests {
    let documents = [
        TokenDocument([1, 2, 3], prompt: 1), TokenDocument([4, 5, 6, 7, 8, 9], prompt: 3), TokenDocument([10]),
    ]

    @Test(arguments: 1...11)
    func `nothing is dropped, whatever the length of a context is`(length: Int) {
        let contexts = PackedContexts(documents, length: length).contexts
        #expect(contexts.flatMap(\.tokens) == Array(1...10))
        #expect(contexts.dropLast().allSatisfy { $0.tokens.count == length })
        #expect(
            zip(contexts.flatMap(\.tokens), contexts.flatMap(\.isLabel)).filter { !$0.1 }.map { $0.0 } == [1, 4, 5, 6])
    }

    @Test func `a document that does not fit goes on in the next context, and so does its prompt`() {
        let contexts = PackedContexts(documents, length: 5).contexts
        #expect(contexts.map(\.tokens) == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]])
        #expect(contexts.map(\.isLabel) == [[false, true, true, false, false], [false, true, true, true, true]])
    }

    @Test func `no documents are no contexts`() {
        #expect(PackedContexts([TokenDocument([])], length: 4).contexts.isEmpty)
    }
}
