/// 10ⁿ rounded correctly: the number that the literal `1en` denotes, 0 or infinity beyond the range of doubles.
///
/// Reading decimal text rounds correctly on every machine, which repeated multiplication does not beyond 10²².
public func pow10(_ n: Int) -> Double {
    // The numeral is well formed for every n.
    Double("1e\(n)")!
}
