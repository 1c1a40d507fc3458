import TestSupport
import Testing

@testable import Autodiff

@Suite struct TensorTests {
    @Test func `numbers of another count than the shape's are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([2, 3], [1, 2])
        }
        expectMessage("tensor: 2×3 can not hold 2 numbers", in: result)
    }
}
