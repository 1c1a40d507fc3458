/// Student's t distribution: of the mean of n normal numbers, in units of its estimated standard error, with n - 1
/// degrees of freedom.
public struct StudentDistribution: Hashable, Sendable {
    /// The degrees of freedom ν, positive.
    public let degreesOfFreedom: Double

    /// Creates the distribution; the degrees of freedom must be positive.
    public init(degreesOfFreedom: Double) {
        require(degreesOfFreedom > 0, "Student's distribution with \(degreesOfFreedom) degrees of freedom")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability density at `t`: Γ(ν/2 + ½) / (Γ(ν/2) √(νπ)) · (1 + t²/ν)^(-(ν+1)/2).
    public func density(_ t: Double) -> Double {
        let power = exp(-(degreesOfFreedom + 1) / 2 * log1p(t * t / degreesOfFreedom))
        return halfStepGammaRatio(degreesOfFreedom / 2) / (degreesOfFreedom * pi).squareRoot() * power
    }

    /// The probability of a value above `t`, to about 12 digits.
    ///
    /// For t > 0 it is ½ I_x(ν/2, ½) with x = ν/(ν + t²), whose factor before the continued fraction is density × t.
    public func upperTail(_ t: Double) -> Double {
        let a = degreesOfFreedom / 2
        let total = degreesOfFreedom + t * t
        let front = density(t) * abs(t)
        let tail =
            degreesOfFreedom / total < (a + 1) / (a + 2.5)
            ? front / (2 * a) * betaFraction(degreesOfFreedom / total, a: a, b: 0.5)
            : 0.5 - front * betaFraction(t * t / total, a: 0.5, b: a)
        return t < 0 ? 1 - tail : tail
    }

    /// The value that is exceeded with probability 1 - `probability`, to about 12 digits; `probability` is between 0 and 1,
    /// ends excluded.
    ///
    /// Newton's method on the upper tail, from 0: the tail is convex there, so the steps approach the value from below.
    public func quantile(_ probability: Double) -> Double {
        require(probability > 0 && probability < 1, "a quantile at \(probability), outside 0 to 1")
        // 1 - probability would lose the digits of a small one.
        return probability < 0.5 ? -quantile(ofTail: probability) : quantile(ofTail: 1 - probability)
    }

    /// The value ≥ 0 that is exceeded with probability `tail`, at most ½.
    private func quantile(ofTail tail: Double) -> Double {
        var t = 0.0
        while true {
            let next = t + (upperTail(t) - tail) / density(t)
            // Once rounding decides the step's sign, t is as good as it gets.
            guard next > t * (1 + 1e-15) else { return t }
            t = next
        }
    }
}

private let pi = 3.141592653589793

/// Γ(a + ½) / Γ(a) for a > 0.
///
/// For a ≥ 16 its logarithm is ½ ln a - 1/(8a) + 1/(192a³) - …; below, Γ(a + 1) = a Γ(a) leads there.
private func halfStepGammaRatio(_ a: Double) -> Double {
    var argument = a
    var factor = 1.0
    while argument < 16 {
        factor *= argument / (argument + 0.5)
        argument += 1
    }
    let inverse = 1 / argument
    return factor * argument.squareRoot() * exp(inverse * polynomial(inverse * inverse, halfStepSeries))
}

private let halfStepSeries: [Double] = [-1 / 8, 1 / 192, -1 / 640, 17 / 14336, -31 / 18432, 691 / 180_224]
