import DeterministicMath

/// The probability that at least one of k samples is right, estimated without bias from n ≥ k samples of which c are right
/// (Chen et al., "Evaluating large language models trained on code", 2021, section 2.1).
///
/// 1 - C(n-c, k) / C(n, k) = 1 - Π over i = n-c+1 … n of (1 - k/i)
///
/// ```swift
/// print(passAtK(1, right: 3, of: 16))  // 0.1875
/// ```
public func passAtK(_ k: Int, right: Int, of count: Int) -> Double {
    require(0 < k && k <= count && 0 <= right && right <= count, "pass@\(k) with \(right) of \(count) samples right")
    guard count - right >= k else { return 1 }
    var missing = 1.0
    for i in count - right + 1..<count + 1 { missing *= 1 - Double(k) / Double(i) }
    return 1 - missing
}
