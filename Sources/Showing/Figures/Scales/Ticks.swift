import DeterministicMath
import Exhibits

/// The values of an axis that get a label, evenly spaced.
///
/// The search of Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes"
/// (InfoVis 2010), section 3: of all labelings with a nice step it takes the one with the best weighted sum of simplicity,
/// coverage and density. Ticks outside the axis are dropped afterwards.
struct Ticks: Equatable {
    var values: [Double]
    var step: Double

    /// About `count` ticks from `low` to `high`.
    ///
    /// - Parameter wholeNumbers: whether steps are whole, without 2.5 among them (25 counts as 2.5).
    init(from low: Double, to high: Double, count: Int, wholeNumbers: Bool = false) {
        var search = TickSearch(low: low, high: high, count: max(2, count), wholeNumbers: wholeNumbers)
        search.run()
        let best = search.best
        let first = (best.start / best.step).rounded()
        let slack = (high - low) * 1e-9
        step = best.step
        values = (0..<best.count).map { (index: Int) -> Double in
            let multiple = first + Double(index)
            // Dividing by a whole power of ten keeps 3 · 0.1 from being 0.30000000000000004.
            return best.power < 0 ? multiple * best.nice * best.skip / pow10(-best.power) : multiple * best.step
        }.filter { $0 >= low - slack && $0 <= high + slack }
    }

    /// The labels, all with the decimals that the step needs, or with powers of ten where those are too many.
    var labels: [String] {
        var places = 0
        while places < 18, abs((step * pow10(places)).rounded() / pow10(places) - step) > step * 1e-6 { places += 1 }
        let largest = values.map(\.magnitude).max() ?? 0
        guard largest > 0, places > 5 || largest >= 1e9 else { return values.map { NumberFormat.places($0, places) } }
        let digits = magnitude(of: largest) - magnitude(of: step) + 2
        return values.map { NumberFormat.significant($0, max(1, digits)) }
    }
}

/// The search for the best labeling.
private struct TickSearch {
    struct Labeling {
        var score = -2.0
        var start = 0.0
        var step = 1.0
        var count = 2
        var nice = 1.0
        var skip = 1.0
        var power = 0
    }

    let low: Double
    let high: Double
    let count: Int
    let wholeNumbers: Bool
    var best = Labeling()

    private static let niceSteps: [Double] = [1, 5, 2, 2.5, 4, 3]
    private var niceSteps: [Double] { wholeNumbers ? [1, 5, 2, 4, 3] : Self.niceSteps }

    init(low: Double, high: Double, count: Int, wholeNumbers: Bool) {
        self.low = low
        self.high = high
        self.count = count
        self.wholeNumbers = wholeNumbers
    }

    mutating func run() {
        var skip = 1
        while skip < 10 {
            for (rank, nice) in niceSteps.enumerated() {
                let simplest = simplicity(rank: rank, skip: skip, touchesZero: true)
                if score(simplicity: simplest, coverage: 1, density: 1) < best.score { return }
                searchCounts(nice: nice, rank: rank, skip: skip, simplest: simplest)
            }
            skip += 1
        }
    }

    private mutating func searchCounts(nice: Double, rank: Int, skip: Int, simplest: Double) {
        for labels in 2...(4 * count) {
            let bestDensity = 2 - max(Double(labels - 1) / Double(count - 1), 1)
            if score(simplicity: simplest, coverage: 1, density: bestDensity) < best.score { return }
            let wanted = (high - low) / Double(labels + 1) / (Double(skip) * nice)
            var power = magnitude(of: wanted)
            if pow10(power) < wanted { power += 1 }
            if wholeNumbers { power = max(power, 0) }
            for power in power..<(power + 8) {
                let step = Double(skip) * nice * pow10(power)
                let span = step * Double(labels - 1)
                if score(simplicity: simplest, coverage: bestCoverage(span: span), density: bestDensity) < best.score {
                    break
                }
                searchStarts(nice: nice, rank: rank, skip: skip, power: power, labels: labels)
            }
        }
    }

    private mutating func searchStarts(nice: Double, rank: Int, skip: Int, power: Int, labels: Int) {
        let step = Double(skip) * nice * pow10(power)
        let span = step * Double(labels - 1)
        let firstStart = ((high / step).rounded(.down) - Double(labels - 1)) * Double(skip)
        let lastStart = (low / step).rounded(.up) * Double(skip)
        guard firstStart <= lastStart, lastStart - firstStart < 1_000 else { return }
        for offset in 0...Int(lastStart - firstStart) {
            // With a skip, a labeling may start at any multiple of the unskipped step; only those on the step's own
            // grid are tried, so that the values stay exact multiples of it.
            guard (firstStart + Double(offset)).truncatingRemainder(dividingBy: Double(skip)) == 0 else { continue }
            let start = (firstStart + Double(offset)) * (step / Double(skip))
            let end = start + span
            let touchesZero = start <= 0 && end >= 0
            let total = score(
                simplicity: simplicity(rank: rank, skip: skip, touchesZero: touchesZero),
                coverage: coverage(from: start, to: end), density: density(labels: labels, from: start, to: end))
            if total > best.score {
                best = Labeling(
                    score: total, start: start, step: step, count: labels, nice: nice, skip: Double(skip), power: power)
            }
        }
    }

    private func score(simplicity: Double, coverage: Double, density: Double) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private func simplicity(rank: Int, skip: Int, touchesZero: Bool) -> Double {
        1 - Double(rank) / Double(niceSteps.count - 1) - Double(skip) + 1 + (touchesZero ? 1 : 0)
    }

    private func coverage(from start: Double, to end: Double) -> Double {
        let tenth = 0.1 * (high - low)
        return 1 - 0.5 * ((high - end) * (high - end) + (low - start) * (low - start)) / (tenth * tenth)
    }

    private func bestCoverage(span: Double) -> Double {
        guard span > high - low else { return 1 }
        let half = (span - (high - low)) / 2
        let tenth = 0.1 * (high - low)
        return 1 - half * half / (tenth * tenth)
    }

    private func density(labels: Int, from start: Double, to end: Double) -> Double {
        let given = Double(labels - 1) / (end - start)
        let wanted = Double(count - 1) / (max(end, high) - min(low, start))
        return 2 - max(given / wanted, wanted / given)
    }
}
