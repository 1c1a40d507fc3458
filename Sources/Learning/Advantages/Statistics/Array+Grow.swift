extension Array {
    /// Appends `element` until each of the prompts has a place.
    mutating func grow(toHold prompts: [Int], filling element: Element) {
        for prompt in prompts where prompt >= count {
            append(contentsOf: repeatElement(element, count: prompt + 1 - count))
        }
    }
}
