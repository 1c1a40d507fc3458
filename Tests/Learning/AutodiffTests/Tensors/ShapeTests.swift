import Testing

@testable import Autodiff

@Suite struct ShapeTests {
    @Test func `the last axis is a row's features`() {
        let shape: Shape = [2, 3, 5]
        #expect(shape.count == 30)
        #expect(shape.rows == 6)
        #expect(shape.features == 5)
        #expect(shape.with(features: 7) == [2, 3, 7])
    }

    @Test func `a single number has one row of one feature`() {
        let scalar: Shape = []
        #expect(scalar.count == 1 && scalar.rows == 1 && scalar.features == 1)
    }

    @Test func `a shape ends with its inner parts only`() {
        let shape: Shape = [2, 3, 5]
        #expect(shape.ends(with: [3, 5]) && shape.ends(with: []) && shape.ends(with: shape))
        #expect(!shape.ends(with: [2, 3]) && !shape.ends(with: [1, 2, 3, 5]))
    }

    @Test func `lengths are written with crosses`() {
        #expect("\([2, 3, 5] as Shape) \([7] as Shape) \([] as Shape)" == "2×3×5 7 scalar")
    }
}
