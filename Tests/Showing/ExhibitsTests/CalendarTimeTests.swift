import Foundation
import Testing

@testable import Exhibits

struct CalendarTimeTests {
    @Test(arguments: [
        (0, "1970-01-01"), (951_782_400, "2000-02-29"), (-1, "1969-12-31 23:59:59"),
        (1_772_374_500, "2026-03-01 14:15"),
        (1_772_374_503.25, "2026-03-01 14:15:03.25"), (-62_167_219_200, "0000-01-01"),
        (-62_167_305_600, "−0001-12-31"), (253_402_300_800, "10000-01-01"),
    ]) func `a time is written as a day, with the time of day unless it is midnight`(seconds: Double, text: String) {
        #expect(CalendarTime(seconds: seconds).text == text)
    }

    @Test func `days are those of Foundation's calendar, through leap years and centuries`() {
        let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        for day in stride(from: -80_000, through: 200_000, by: 97) {
            let seconds = Double(day) * CalendarTime.secondsPerDay
            #expect(CalendarTime(seconds: seconds).date == Date(timeIntervalSince1970: seconds).formatted(format))
        }
    }

    @Test func `the start of a day leads back to it`() {
        for day in stride(from: -800_000, through: 900_000, by: 613) {
            let seconds = Double(day) * CalendarTime.secondsPerDay
            let time = CalendarTime(seconds: seconds)
            #expect(CalendarTime.seconds(year: time.year, month: time.month, day: time.day) == seconds)
        }
        #expect(CalendarTime(seconds: CalendarTime.seconds(year: 2025, month: 15, day: 1)).date == "2026-03-01")
    }
}
