import Testing

@testable import Transformers

struct LowRankTests {
    @Test func `an adapter counts alpha for its rank, and names of maps are sorted`() throws {
        let adapters = try LowRank(rank: 4, targets: ["v_proj", "k_proj", "v_proj"])
        #expect(adapters.alpha == 8 && adapters.scale == 2 && adapters.targets == ["k_proj", "v_proj"])
        #expect(try LowRank(rank: 16, alpha: 4).scale == 0.25)
    }

    @Test(
        arguments: [
            (0, 1, ["q_proj"], LowRankError.rank(0)), (4, 0, ["q_proj"], .alpha(0)), (4, -1, ["q_proj"], .alpha(-1)),
            (4, .infinity, ["q_proj"], .alpha(.infinity)), (4, 1, ["q_proj", "lm_head"], .target("lm_head")),
            (4, 1, [], .target("")),
        ] as [(Int, Float, [String], LowRankError)])
    func `what makes no sense is an error with the value`(
        rank: Int, alpha: Float, targets: [String], error: LowRankError
    ) {
        #expect(throws: error) { try LowRank(rank: rank, alpha: alpha, targets: targets) }
    }

    @Test func `an error says the value and what was expected`() {
        #expect("\(LowRankError.rank(-3))" == "an adapter's rank is -3; it must be at least 1")
        #expect(
            "\(LowRankError.target("head"))"
                == "'head' is no map that can have an adapter; "
                + "down_proj, gate_proj, k_proj, o_proj, q_proj, up_proj, v_proj can")
    }
}
