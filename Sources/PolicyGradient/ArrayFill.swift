extension Array {
    /// Writes what `element` gives for each place over the elements, in order. The memory stays: what `map` would allocate
    /// anew in every epoch of a run.
    @inline(__always)
    mutating func fill(_ element: (_ place: Int) -> Element) {
        withUnsafeMutableBufferPointer { buffer in
            for place in buffer.indices {
                buffer[place] = element(place)
            }
        }
    }
}
