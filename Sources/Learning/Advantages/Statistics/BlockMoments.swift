/// The means and the variances of four prompts that stand side by side, in two passes: `counts` places of each, of `stride`.
/// The places behind them hold 0. `stride` is a multiple of 4.
func blockMoments(
    _ rewards: UnsafeRawBufferPointer, stride: Int, counts: SIMD4<Double>
) -> (means: SIMD4<Double>, variances: SIMD4<Double>) {
    let means = sumsOverPlaces(stride) { vector(rewards, $0) } / counts
    let isFull = counts == SIMD4(repeating: Double(stride))
    let squares =
        isFull
        ? sumsOverPlaces(stride) { place in
            let difference = vector(rewards, place) - means
            return difference * difference
        }
        : sumsOverPlaces(stride) { place in
            let difference = vector(rewards, place) - means
            return (difference * difference).replacing(with: 0, where: SIMD4(repeating: Double(place)) .>= counts)
        }
    let variances = squares / counts
    // As `Moments.mayBeOfEqualNumbers`.
    let slack = (counts + 8) * Double.ulpOfOne
    let mayBeEqual = variances .<= slack * slack * (means * means)
    guard any(mayBeEqual) else { return (means, variances) }
    return settled(rewards, counts: counts, means: means, variances: variances, where: mayBeEqual)
}

/// The moments with those of equal rewards set right: the mean is this reward, which rounding may have missed.
@inline(never)
private func settled(
    _ rewards: UnsafeRawBufferPointer, counts: SIMD4<Double>, means: SIMD4<Double>, variances: SIMD4<Double>,
    where mayBeEqual: SIMDMask<SIMD4<Int64>>
) -> (means: SIMD4<Double>, variances: SIMD4<Double>) {
    var (means, variances) = (means, variances)
    let firsts = vector(rewards, 0)
    for lane in 0..<4 where mayBeEqual[lane] {
        guard (0..<Int(counts[lane])).allSatisfy({ vector(rewards, $0)[lane] == firsts[lane] }) else { continue }
        (means[lane], variances[lane]) = (firsts[lane], 0)
    }
    return (means, variances)
}

@inline(__always)
private func vector(_ rewards: UnsafeRawBufferPointer, _ place: Int) -> SIMD4<Double> {
    rewards.loadUnaligned(fromByteOffset: place &* 32, as: SIMD4<Double>.self)
}

/// The sum of a term over all places, in the order that `Moments` describes.
@inline(__always)
private func sumsOverPlaces(_ stride: Int, _ term: (_ place: Int) -> SIMD4<Double>) -> SIMD4<Double> {
    var (first, second, third, fourth) = (
        SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
    )
    var place = 0
    while place < stride {
        first += term(place)
        second += term(place &+ 1)
        third += term(place &+ 2)
        fourth += term(place &+ 3)
        place &+= 4
    }
    return (first + second) + (third + fourth)
}
