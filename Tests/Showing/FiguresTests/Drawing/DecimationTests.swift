import Testing

@testable import Figures

@Suite struct DecimationTests {
    @Test func `each pixel column keeps its lowest and highest point in their order`() {
        let points = [(0.0, 5.0), (1.1, 3), (1.2, 9), (1.3, 4), (1.4, 1), (2.5, 2)].map { Point(x: $0.0, y: $0.1) }
        #expect(extremesByColumn(points).map(\.y) == [5, 9, 1, 2])
    }

    @Test func `the first and the last point stay where others are lower and higher`() {
        let points = [(0.0, 5.0), (0.1, 9), (0.2, 1), (1.0, 2), (1.1, 8), (1.2, 0), (1.3, 4)]
            .map { Point(x: $0.0, y: $0.1) }
        #expect(extremesByColumn(points).map(\.y) == [5, 9, 1, 8, 0, 4])
    }

    @Test func `the edge of a band keeps the outermost height of a column`() {
        let points = [(0.0, 5.0), (0.9, 6), (1.1, 3), (1.2, 9), (1.9, 4), (2.5, 2)].map { Point(x: $0.0, y: $0.1) }
        #expect(edgeByColumn(points, isTop: true).map(\.y) == [5, 6, 3, 2])
        #expect(edgeByColumn(points, isTop: false).map(\.y) == [5, 6, 9, 2])
    }

    @Test func `points on a straight line go, corners stay`() {
        let points = [(0.0, 0.0), (1, 1), (2, 2), (3, 3), (4, 0)].map { Point(x: $0.0, y: $0.1) }
        #expect(simplified(points).map(\.x) == [0, 3, 4])
    }
}
