import Exhibits

/// A number with three decimals at most.
func short(_ number: Double) -> String { NumberFormat.plain(number, places: 3) }
