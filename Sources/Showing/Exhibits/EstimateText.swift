public import DeterministicMath

extension MeanEstimate {
    /// The mean and its margin with exactly `count` decimals, as the book prints them: `−8.9 ± 0.4`, with spaces at which no
    /// line breaks.
    public func places(_ count: Int) -> String {
        "\(mean.places(count))\u{a0}±\u{a0}\(margin.places(count))"
    }
}

extension Column {
    /// A column of estimated means with their margins, each with exactly `places` decimals.
    public init(_ title: String, places: Int, _ value: @escaping (Row) -> MeanEstimate) {
        self.init(title, numbers: { value($0).places(places) })
    }
}
