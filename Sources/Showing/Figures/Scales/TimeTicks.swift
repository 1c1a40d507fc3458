import DeterministicMath
import Exhibits

extension Ticks {
    /// Ticks of an axis of times, at most about `count`: where years, months, days, hours, minutes or seconds begin.
    ///
    /// A tick is named by what begins there: `2026`, `2026-03`, `2026-03-15`, `14:05`. The first tick of times of day, and each
    /// at midnight, has the day.
    static func times(from low: Double, to high: Double, count: Int) -> (values: [Double], labels: [String]) {
        let slack = (high - low) * 1e-9
        let (first, last) = (low - slack, high + slack)
        if high - low < 2 {
            let values = Ticks(from: low, to: high, count: count).values
            return (values, labels(values, CalendarStep(.second, 1)))
        }
        for step in CalendarStep.all {
            // A step that is far too short need not be walked.
            guard (high - low) / step.shortest <= Double(2 * count + 2) else { continue }
            let values = step.values(from: first, to: last)
            if values.count <= count { return (values, labels(values, step)) }
        }
        return ([], [])
    }

    private static func labels(_ values: [Double], _ step: CalendarStep) -> [String] {
        values.enumerated().map { index, value in
            let time = CalendarTime(seconds: value)
            return switch step.unit {
            case .year: "\(time.year)"
            case .month: time.yearAndMonth
            case .day: time.date
            case .second: index == 0 || time.secondsOfDay == 0 ? time.text : time.clock
            }
        }
    }
}

/// A distance between ticks in the calendar.
private struct CalendarStep {
    enum Unit { case year, month, day, second }

    let unit: Unit
    let count: Int

    init(_ unit: Unit, _ count: Int) {
        self.unit = unit
        self.count = count
    }

    /// From the shortest to the longest: parts of a minute, an hour and a day, weeks, parts of a year, and round years.
    static let all: [CalendarStep] =
        [1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200].map { CalendarStep(.second, $0) }
        + [1, 2, 7, 14].map { CalendarStep(.day, $0) } + [1, 3, 6].map { CalendarStep(.month, $0) }
        + (0...6).flatMap { power in [1, 2, 5].map { CalendarStep(.year, $0 * Int(pow10(power))) } }

    /// In seconds, at least.
    var shortest: Double {
        switch unit {
        case .second: Double(count)
        case .day: Double(count) * CalendarTime.secondsPerDay
        case .month: Double(count) * 28 * CalendarTime.secondsPerDay
        case .year: Double(count) * 365 * CalendarTime.secondsPerDay
        }
    }

    /// The starts of this step between two times.
    func values(from low: Double, to high: Double) -> [Double] {
        switch unit {
        case .second: return multiples(of: Double(count), from: low, to: high, offset: 0)
        case .day:
            // Weeks begin on Mondays; the first of 1970 was the fourth day after the first one.
            let monday = count % 7 == 0 ? 4 * CalendarTime.secondsPerDay : 0
            return multiples(of: shortest, from: low, to: high, offset: monday)
        case .month, .year:
            let months = unit == .month ? count : 12 * count
            let start = CalendarTime(seconds: low)
            let first = ((Double(start.year * 12 + start.month - 1) / Double(months)).rounded(.down))
            var values: [Double] = []
            var next = Int(first) * months
            while true {
                let time = CalendarTime.seconds(year: 0, month: next + 1, day: 1)
                if time > high { return values }
                if time >= low { values.append(time) }
                next += months
            }
        }
    }

    private func multiples(of length: Double, from low: Double, to high: Double, offset: Double) -> [Double] {
        let first = ((low - offset) / length).rounded(.up)
        let count = Int(((high - offset) / length).rounded(.down) - first)
        return count < 0 ? [] : (0...count).map { (first + Double($0)) * length + offset }
    }
}
