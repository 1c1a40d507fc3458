/// The largest differences between our numbers and recorded ones.
struct Deviation: Equatable {
    /// The largest |ours - theirs|.
    private(set) var absolute = 0.0
    /// The largest |ours - theirs| / max(|theirs|, 0.001): a number near zero is a difference of larger ones, and its error
    /// is theirs.
    private(set) var relative = 0.0
    /// How many numbers were compared.
    private(set) var count = 0

    /// The relative deviation up to which two runs are the same: only the order of their sums may differ.
    static let tolerance = 1e-9

    /// Takes in the differences of two lists of equal length.
    mutating func compare(_ ours: [Double], _ theirs: [Double]) {
        for (our, their) in zip(ours, theirs) {
            // A NaN of ours must not slip through a comparison that is false for it.
            let difference = our.isFinite ? abs(our - their) : .infinity
            absolute = max(absolute, difference)
            relative = max(relative, difference / max(abs(their), 1e-3))
        }
        count += theirs.count
    }
}
