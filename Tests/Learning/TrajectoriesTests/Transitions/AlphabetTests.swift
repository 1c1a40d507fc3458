import Testing
import Trajectories

struct AlphabetTests {
    @Test func `every state has parts, and the parts are that state's alone`() {
        let states = 0..<smallAlphabet.count(of: .state)
        #expect(states.count == 6)
        #expect(
            states.map { smallAlphabet.parts(ofState: $0) } == [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]])
        for state in states {
            #expect(smallAlphabet.state(withParts: smallAlphabet.parts(ofState: state)) == state)
        }
    }

    @Test func `the rows of a data set are the four symbols of each transition`() {
        let data = TrajectoryDataset([smallTrajectory], alphabet: smallAlphabet)
        #expect(
            data.rows(of: 0) == [
                [0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 0, 2], [3, 0, 1, 3], [4, 1, 0, 0], [5, 2, 1, 1],
            ])
        #expect(data.episodes == 2)
    }
}
