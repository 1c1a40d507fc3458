extension Array {
    /// The elements that `element` gives for the places 0 ..< `count`, in this order.
    ///
    /// What `map` does, without asking before every element whether the array has room: three times as fast in the loops
    /// of a run.
    @inline(__always)
    init(count: Int, _ element: (_ place: Int) -> Element) {
        self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
            for place in 0..<count {
                buffer.initializeElement(at: place, to: element(place))
            }
            initializedCount = count
        }
    }
}
