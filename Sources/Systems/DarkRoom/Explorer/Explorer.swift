import Autodiff
public import DeterministicMath

/// An agent that has learnt to see new cells, from a reward for each cell that is new in its lifetime and nothing else: it
/// was never given a goal.
///
/// It sees where it is, what time it is, and, unlike the agents that learn from its histories, which cells around it it has
/// not seen yet. Without that map an exploring policy could not be learnt: where it has been is not in where it is.
public struct Explorer: Sendable {
    /// The room that it knows.
    public let room: Room
    var network: ActorCritic

    /// The inputs: a cell, a time, and the cells not yet seen around the agent.
    static func inputCount(in room: Room) -> Int {
        room.cellCount + room.episodeLength + SeenMap.placeCount(in: room)
    }

    /// An explorer that has learnt nothing: embeddings of cells are normal with deviation 0.3, the others 0.1.
    init(in room: Room, features: Int, using generator: inout Xoshiro256StarStar) {
        self.room = room
        network = ActorCritic(
            inputs: Self.inputCount(in: room), features: features, embedding: .normal(deviation: 0.1), bias: .zeros,
            using: &generator)
        let cells = network.parameters.changeableFloats() + network.embedding.offset
        for place in 0..<room.cellCount * features { cells[place] *= 3 }
    }

    /// Appends what the agent sees.
    static func appendInputs(cell: Int, time: Int, map: SeenMap, in room: Room, to inputs: inout [Int32]) {
        inputs.append(Int32(cell))
        inputs.append(Int32(room.cellCount + time))
        map.appendPlaces(around: cell, from: Int32(room.cellCount + room.episodeLength), to: &inputs)
    }

    /// How many cells it has seen after each of the first episodes, the start not counted.
    public func cellsSeen(episodes: Int, using generator: inout Xoshiro256StarStar) -> [Int] {
        var map = SeenMap(of: room)
        var inputs: [Int32] = []
        var features = [SIMD16<Float>](repeating: .zero, count: network.width)
        return (0..<episodes).map { _ in
            var cell = room.start
            for time in room.firstTime..<room.episodeLength {
                inputs.removeAll(keepingCapacity: true)
                Self.appendInputs(cell: cell, time: time, map: map, in: room, to: &inputs)
                let outputs = features.withUnsafeMutableBufferPointer {
                    network.evaluate(inputs, features: $0.baseAddress!)
                }
                let action = ActionDistribution(logits: outputs).draw(using: &generator)
                cell = room.cell(after: Action.allCases[action], from: cell)
                _ = map.see(cell)
            }
            return room.cellCount - 1 - map.unseen.count
        }
    }
}
