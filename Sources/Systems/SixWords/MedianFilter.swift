import DeterministicMath

extension [Double] {
    /// Each number replaced by the median of the `width` numbers around it, an odd number of them.
    ///
    /// Beyond its ends the array is taken to be 0, as in SciPy's `medfilt`: the first and the last medians lean to 0.
    public func medianFiltered(width: Int = 5) -> [Double] {
        require(width > 0 && !width.isMultiple(of: 2), "a median of \(width) numbers has no middle")
        let reach = width / 2
        return indices.map { middle in
            (middle - reach...middle + reach).map { indices.contains($0) ? self[$0] : 0 }.sorted()[reach]
        }
    }
}
