/// A time of the Gregorian calendar in UTC: the same text on every machine, whatever its time zone and language.
package struct CalendarTime: Hashable, Sendable {
    /// The year; the one before year 1 is 0.
    package var year: Int
    /// The month, 1 to 12.
    package var month: Int
    /// The day of the month, 1 to 31.
    package var day: Int
    /// Seconds since midnight, below 86,400.
    package var secondsOfDay: Double

    /// The length of a day in seconds.
    package static let secondsPerDay = 86_400.0

    /// The time so many seconds after the start of 1970, which are finite and at most 1e14 in size: three million years.
    ///
    /// Years are counted from March here, so that the leap day is the last one (Hinnant, "chrono-compatible low-level date
    /// algorithms", 2013).
    package init(seconds: Double) {
        precondition(seconds.magnitude <= 1e14, "a time \(seconds) seconds from 1970")
        let days = (seconds / Self.secondsPerDay).rounded(.down)
        secondsOfDay = seconds - days * Self.secondsPerDay
        // Days since 0000-03-01, by eras of 400 years that are all of one length.
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Midnight of a day; months beyond 12 are those of later years.
    package static func seconds(year: Int, month: Int, day: Int) -> Double {
        let months = year * 12 + month - 1
        let calendarYear = months >= 0 ? months / 12 : (months - 11) / 12
        let calendarMonth = months - calendarYear * 12 + 1
        let shifted = calendarMonth <= 2 ? calendarYear - 1 : calendarYear
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (calendarMonth + (calendarMonth > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Double(era * 146_097 + dayOfEra - 719_468) * secondsPerDay
    }

    /// The day: `2026-03-01`.
    package var date: String { "\(yearAndMonth)-\(Self.padded(day, 2))" }

    /// The month: `2026-03`.
    package var yearAndMonth: String { (year < 0 ? "−" : "") + "\(Self.padded(abs(year), 4))-\(Self.padded(month, 2))" }

    /// The time of day to the minute, or with seconds and their decimals if there are any: `14:05`, `14:05:03.25`.
    package var clock: String {
        let whole = Int(secondsOfDay)
        var text = "\(Self.padded(whole / 3_600, 2)):\(Self.padded(whole / 60 % 60, 2))"
        guard secondsOfDay != Double(whole / 60 * 60) else { return text }
        text += ":\(Self.padded(whole % 60, 2))"
        // A double of today's seconds since 1970 is known to a third of a microsecond.
        let micros = Int(((secondsOfDay - Double(whole)) * 1e6).rounded())
        guard micros > 0, micros < 1_000_000 else { return text }
        var decimals = Self.padded(micros, 6)
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return text + "." + decimals
    }

    /// The day, and the time of day unless it is midnight: `2026-03-01`, `2026-03-01 14:05`.
    package var text: String { secondsOfDay == 0 ? date : "\(date) \(clock)" }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
