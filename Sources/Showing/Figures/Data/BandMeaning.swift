/// What the band around a mean shows.
///
/// A mean line can not have a band without saying which; the figure's caption says it to the reader.
public enum BandMeaning: Hashable, Sendable {
    /// One sample standard deviation to each side of the mean: how much the runs differ.
    case sd
    /// Student's t interval of the mean at this confidence, between 0 and 1: how well the mean is known.
    case t(Double)
    /// From the first to the second quantile of the values, by linear interpolation (Hyndman and Fan 1996, type 7).
    case quantiles(Double, Double)
    /// The percentile-bootstrap interval of the mean at this confidence (Efron 1979), drawn from a generator with `seed`.
    case bootstrap(Double, resamples: Int = 1_000, seed: UInt64 = 1)
}
