import Testing
import Trajectories

struct SerializationTests {
    static let all: [Serialization] = [
        .words(of: smallAlphabet), .record(of: smallAlphabet), .split(of: smallAlphabet),
        .characters(of: smallAlphabet),
    ]

    @Test(
        arguments: zip(
            all,
            [
                "r0c1 d 1 0.50", "prompt: r0 c1 completion: d reward: 1 logprob: 0.50 ###", "r0 c1 d 1 0.50",
                "r0c1d1 0.50\n",
            ]))
    func `a transition is written as its kind says`(serialization: Serialization, text: String) {
        #expect(serialization.text(of: [smallTrajectory[1]]) == text)
    }

    @Test(arguments: all)
    func `what was written is read back, log-probabilities as the middles of their bins`(
        serialization: Serialization
    ) throws {
        let text = serialization.text(of: smallTrajectory)
        let bins = smallAlphabet.logProbabilities
        let expected = smallTrajectory.map {
            Transition(
                state: $0.state, action: $0.action, reward: $0.reward,
                logProbability: bins.logProbability(of: bins.bin(of: $0.logProbability)))
        }
        let back = try serialization.trajectory(in: text)
        #expect(back == expected)
        #expect(serialization.text(of: back) == text)
    }

    @Test func `every token counts for the field that it announces`() {
        let record = Serialization.record(of: smallAlphabet)
        #expect(Field.allCases.map(record.tokens) == [3, 2, 2, 3])
        let characters = Serialization.characters(of: smallAlphabet)
        #expect(Field.allCases.map(characters.tokens) == [4, 1, 1, 6])
        #expect(characters.tokensPerTransition == 12)
    }

    @Test func `a text that is no trajectory is refused where it goes wrong`() {
        let split = Serialization.split(of: smallAlphabet)
        #expect(throws: SerializationError.unknown("left", token: 2)) { try split.trajectory(in: "r0 c1 left 1 0.50") }
        #expect(throws: SerializationError.misplaced("c1", token: 5)) {
            try split.trajectory(in: "r0 c1 d 1 0.50\nc1 r0 d 1 0.50")
        }
        #expect(throws: SerializationError.incomplete(tokens: 3)) {
            try split.trajectory(in: "r0 c1 d 1 0.50\nr0 c1 d")
        }
        #expect(throws: SerializationError.misplaced("1", token: 9)) {
            try Serialization.characters(of: smallAlphabet).trajectory(in: "r0c1d1 0.10\n")
        }
    }
}
