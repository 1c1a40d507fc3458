/// sin x, x in radians, within 1 unit in the last place for every finite x; NaN for the others.
public func sin(_ x: Double) -> Double {
    guard let angle = QuadrantAngle(x) else { return x == 0 ? x : .nan }
    switch angle.quadrant {
    case 0: return angle.sine
    case 1: return angle.cosine
    case 2: return -angle.sine
    default: return -angle.cosine
    }
}

/// cos x, x in radians, within 1 unit in the last place for every finite x; NaN for the others.
public func cos(_ x: Double) -> Double {
    guard let angle = QuadrantAngle(x) else { return x == 0 ? 1 : .nan }
    switch angle.quadrant {
    case 0: return angle.cosine
    case 1: return -angle.sine
    case 2: return -angle.cosine
    default: return angle.sine
    }
}

extension QuadrantAngle {
    /// The Taylor series of the sine of `r + tail`, up to r¹⁹.
    fileprivate var sine: Double {
        let square = r * r
        return r + (r * square * polynomial(square, sineSeries) + tail * (1 - square / 2))
    }

    /// The Taylor series of the cosine of `r + tail`, up to r¹⁸.
    fileprivate var cosine: Double {
        let square = r * r
        let (sum, error) = exactSum(1, -square / 2)
        return sum + (error + (square * square * polynomial(square, cosineSeries) - r * tail))
    }
}

/// -1/3!, 1/5!, -1/7! …
private let sineSeries: [Double] = [
    -1 / 6, 1 / 120, -1 / 5040, 1 / 362_880, -1 / 39_916_800, 1 / 6_227_020_800, -1 / 1_307_674_368_000,
    1 / 355_687_428_096_000, -1 / 121_645_100_408_832_000,
]

/// 1/4!, -1/6!, 1/8! …
private let cosineSeries: [Double] = [
    1 / 24, -1 / 720, 1 / 40320, -1 / 3_628_800, 1 / 479_001_600, -1 / 87_178_291_200, 1 / 20_922_789_888_000,
    -1 / 6_402_373_705_728_000,
]
