import DarkRoom
import Testing

struct GoalSplitTests {
    @Test func `every goal is on one side`() {
        let goals = Room().goals
        let split = GoalSplit(of: goals, heldOut: 20, seed: 1)
        #expect(split.heldOut.count == 20)
        #expect(split.training.count == 60)
        #expect(Set(split.training + split.heldOut) == Set(goals))
        #expect(split != GoalSplit(of: goals, heldOut: 20, seed: 2))
        #expect(split == GoalSplit(of: goals, heldOut: 20, seed: 1))
    }

    @Test func `a split of orbits holds whole orbits out`() {
        let room = Room()
        let split = GoalSplit(ofOrbitsIn: room, sizes: [8, 8, 4], seed: 1)
        #expect(split.heldOut.count == 20)
        #expect(Set(split.training + split.heldOut) == Set(room.goals))
        for orbit in Symmetry.orbits(in: room) {
            let held = orbit.filter { split.heldOut.contains(.cell($0)) }
            #expect(held.isEmpty || held.count == orbit.count)
        }
    }

    @Test func `nearly every random held-out goal is a turned or mirrored training goal`() {
        let room = Room()
        let split = GoalSplit(of: room.goals, heldOut: 20, seed: 1)
        let training = Set(split.training)
        let inDisguise = Symmetry.orbits(in: room).flatMap { orbit in
            orbit.contains { training.contains(.cell($0)) } ? orbit.filter { split.heldOut.contains(.cell($0)) } : []
        }
        #expect(inDisguise.count == 20)
    }
}
