import DeterministicMath
import Exhibits

/// The straight line with the smallest sum of squared vertical distances, and how well its slope is known.
struct LeastSquares {
    let slope: Double
    let intercept: Double
    /// Half of the slope's 95 % interval, by Student's t with n − 2 degrees of freedom.
    let radius: Double

    /// Through three points or more with at least two different x; nil otherwise.
    init?(_ points: [Point]) {
        guard points.count > 2 else { return nil }
        let (meanX, meanY) = (points.map(\.x).mean(), points.map(\.y).mean())
        let squares = points.map { ($0.x - meanX) * ($0.x - meanX) }.sum()
        guard squares > 0 else { return nil }
        let slope = points.map { ($0.x - meanX) * ($0.y - meanY) }.sum() / squares
        let intercept = meanY - slope * meanX
        let residuals = points.map { $0.y - intercept - slope * $0.x }
        let freedom = Double(points.count - 2)
        let error = (residuals.map { $0 * $0 }.sum() / freedom / squares).squareRoot()
        self.slope = slope
        self.intercept = intercept
        radius = StudentDistribution(degreesOfFreedom: freedom).quantile(0.975) * error
    }

    /// Whether all of it are numbers, which large coordinates can prevent: they are squared.
    var isFinite: Bool { slope.isFinite && intercept.isFinite && radius.isFinite }

    /// The slope with its interval, to two digits of the latter: `−0.340 ± 0.021`.
    var slopeText: String { slopeText(per: 1) }

    /// The change in `length` units of x, with its interval.
    func slopeText(per length: Double) -> String {
        let (slope, radius) = (slope * length, radius * length)
        let smallest = max(radius, slope.magnitude * 1e-6)
        guard smallest > 0 else { return "0" }
        let places = min(12, max(0, 1 - magnitude(of: smallest)))
        return "\(NumberFormat.places(slope, places)) ± \(NumberFormat.places(radius, places))"
    }
}

extension Layer {
    /// A layer of fits with its rows replaced by the ends of the lines, on axes of these scales.
    func fitted(x: AxisScale, y: AxisScale) throws(FigureError) -> Layer {
        var layer = self
        for (index, series) in self.series.enumerated() {
            var points: [Point] = []
            for datum in series.data {
                points.append(
                    Point(
                        x: try straight(datum, .x, x, series.name), y: try straight(datum, .y, y, series.name)))
            }
            guard let line = LeastSquares(points), let first = series.data.first, let last = series.data.last else {
                throw .tooFewToFit(series: series.name?.label)
            }
            guard line.isFinite else { throw .unboundedFit(series: series.name?.label) }
            let isOverTime = first.x?.isTime ?? false
            let word = x == .log && y == .log ? "exponent" : isOverTime ? "slope per day" : "slope"
            let name = series.name.map { "\($0.label): " } ?? ""
            layer.series[index].data = [(first, points[0].x, nil), (last, points[points.count - 1].x, word)].map {
                let height = line.intercept + line.slope * $1
                let text = $2.map {
                    "\(name)\($0) \(line.slopeText(per: isOverTime ? CalendarTime.secondsPerDay : 1))"
                }
                return Datum(x: $0.x, y: .number(y == .log ? exp(height) : height), text: text)
            }
        }
        return layer
    }

    /// The number on a scale where equal lengths are equal differences.
    private func straight(
        _ datum: Datum, _ axis: AxisName, _ scale: AxisScale, _ name: PlotValue?
    ) throws(FigureError) -> Double {
        guard let number = datum[axis]?.number else {
            throw .needsNumber(mark: kind.rawValue, axis: axis.rawValue, category: datum[axis]?.label ?? "")
        }
        guard scale == .log else { return number }
        guard number > 0 else {
            throw .notPositive(mark: kind.rawValue, series: name?.label, axis: axis.rawValue, value: number)
        }
        return log(number)
    }
}
