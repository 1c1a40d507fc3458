import DeterministicMath

/// What several runs measured step by step, as rows for a ``Line`` or a small multiple of lines.
///
/// ```swift
/// let window = Curve("window", histories.map(\.meanRewards), averagedOver: 20)
/// Line([window, wholeBatch], band: .t(0.95))
/// ```
public struct Curve: Sendable {
    /// A value of one run.
    public struct Point: Hashable, Sendable {
        /// The curve's name.
        public var series: String
        /// The run, counted from 0.
        public var run: Int
        /// Where it was measured.
        public var x: Double
        /// What was measured.
        public var y: Double
    }

    /// The points, run by run, by x.
    public let points: [Point]

    /// Creates the curve of runs that measured at 0, `step`, 2·`step` and so on.
    ///
    /// - Parameter stretch: how many values of a run become one point, their mean, at the middle of their places. What is left
    ///   at the end is averaged by itself.
    public init(_ name: String, _ runs: [[Double]], every step: Double = 1, averagedOver stretch: Int = 1) {
        precondition(stretch >= 1, "a stretch of \(stretch) values")
        points = runs.enumerated().flatMap { run, values in
            stride(from: 0, to: values.count, by: stretch).map { start in
                let part = values[start..<min(start + stretch, values.count)]
                let middle = Double(start) + Double(part.count - 1) / 2
                return Point(series: name, run: run, x: step * middle, y: part.mean())
            }
        }
    }
}

extension Line where Row == Curve.Point {
    /// A line for each curve, which must be of a single run.
    public init(_ curves: [Curve]) {
        self.init(curves.flatMap(\.points), x: \.x, y: \.y, by: \.series)
    }

    /// A line for each curve through the means over its runs, with a band of a stated meaning around it.
    public init(_ curves: [Curve], band: BandMeaning) {
        self.init(curves.flatMap(\.points), x: \.x, y: \.y, by: \.series, meanOver: \.run, band: band)
    }
}
