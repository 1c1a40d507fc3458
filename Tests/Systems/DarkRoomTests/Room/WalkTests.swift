import DarkRoom
import Testing

struct WalkTests {
    @Test func `every step that ends on the goal is rewarded, until the time is up`() {
        var walk = Walk(in: Room(), to: .cell(41))
        #expect(walk.take(.noop) == 0)
        #expect(walk.take(.right) == 1)
        #expect(walk.take(.noop) == 1)
        #expect(walk.take(.left) == 0)
        #expect(walk.time == 4)
        for _ in 4..<20 {
            #expect(!walk.isOver)
            walk.take(.noop)
        }
        #expect(walk.isOver)
        #expect(!walk.isAtGoal)
    }

    @Test func `a room that ends at the goal ends there, rewarded once`() {
        var walk = Walk(in: Room(endsAtGoal: true), to: .cell(42))
        #expect(walk.take(.right) == 0)
        #expect(walk.take(.right) == 1)
        #expect(walk.isOver && walk.isAtGoal)
    }

    @Test func `the door opens with the key only, and both are rewarded once`() {
        var walk = Walk(in: Room(episodeLength: 50, endsAtGoal: true), to: .keyAndDoor(key: 39, door: 41))
        let rewards = [Action.right, .left, .left, .noop, .right, .right].map { walk.take($0) }
        #expect(rewards == [0, 0, 1, 0, 0, 1])
        #expect(walk.isOver)
        var endless = Walk(in: Room(episodeLength: 50), to: .keyAndDoor(key: 39, door: 41))
        #expect([Action.left, .right, .right, .noop].map { endless.take($0) } == [1, 0, 1, 0])
        #expect(!endless.isOver && endless.isAtGoal)
    }

    @Test func `an episode whose clock begins at 1 has 19 steps`() {
        var walk = Walk(in: Room(firstTime: 1), to: .cell(0))
        var steps = 0
        while !walk.isOver {
            walk.take(.down)
            steps += 1
        }
        #expect(steps == 19)
        #expect(walk.time == 20)
    }
}
