import Testing
import Trajectories

struct RewardScaleTests {
    let scale = RewardScale(from: -0.5, to: 1)

    @Test func `every reward has a name, the lowest first`() {
        #expect(scale.names == ["-0.50", "-0.25", "0.00", "0.25", "0.50", "0.75", "1.00"])
    }

    @Test(arguments: [
        (0.9975, "1.00"), (0.1, "0.00"), (0.125, "0.25"), (-0.3, "-0.25"), (-7, "-0.50"), (3.5, "1.00"),
        (.infinity, "1.00"),
    ])
    func `a reward is called like the nearest one`(reward: Double, name: String) {
        #expect(scale.name(of: reward) == name)
    }
}
