public import DeterministicMath

extension WordProblem {
    /// Draws a problem: who has how many of what, a distractor one time in five, and one to three events.
    ///
    /// All numbers in the problem and on the way to its answer are from 1 to 60.
    public init(using generator: inout Xoshiro256StarStar) {
        name = Self.names.random(using: &generator)
        item = Self.items.random(using: &generator)
        start = (2...12).random(using: &generator)
        if generator.integer(below: 5) == 0 {
            distractor = Distractor(
                name: Self.names.random(except: name, using: &generator),
                item: Self.items.random(except: item, using: &generator), count: (2...12).random(using: &generator))
        } else {
            distractor = nil
        }
        let count = (1...3).random(using: &generator)
        var (events, total): ([WordEvent], Int) = ([], start)
        for _ in 0..<count {
            let event = WordEvent(following: total, about: name, using: &generator)
            total = event.total(after: total)
            events.append(event)
        }
        self.events = events
    }
}

extension WordEvent {
    private enum Kind { case gain, loss, bags, double, share }

    /// Draws what happens next to `total` things.
    init(following total: Int, about name: String, using generator: inout Xoshiro256StarStar) {
        let divisors = [2, 3, 4].filter { total >= 4 && total % $0 == 0 }
        var kinds: [Kind] = [.gain, .gain, .gain, .loss, .loss, .loss, .bags]
        if total <= 30 { kinds.append(.double) }
        if !divisors.isEmpty { kinds.append(.share) }
        var kind = kinds.random(using: &generator)
        // What there is stays from 1 to 60.
        if kind == .loss, total < 2 { kind = .gain }
        if kind == .gain, total > 50 { kind = .loss }
        if kind == .bags, total > 45 { kind = .loss }
        switch kind {
        case .gain:
            self = .gain((1...10).random(using: &generator), Wording(about: name, using: &generator))
        case .loss:
            let count = (1...min(10, total - 1)).random(using: &generator)
            self = .loss(count, Wording(about: name, using: &generator))
        case .bags:
            let count = (2...3).random(using: &generator)
            self = .bags(count, each: (2...5).random(using: &generator))
        case .double: self = .double
        case .share: self = .share(divisors.random(using: &generator))
        }
    }
}

extension WordEvent.Wording {
    fileprivate init(about name: String, using generator: inout Xoshiro256StarStar) {
        switch generator.integer(below: 3) {
        case 0: self = .plain
        case 1: self = .other
        default: self = .with(WordProblem.names.random(except: name, using: &generator))
        }
    }
}

extension Array where Element: Equatable {
    /// A uniformly random element, of at least one.
    func random(using generator: inout Xoshiro256StarStar) -> Element { self[generator.integer(below: count)] }

    /// A uniformly random element that is not `excluded`.
    func random(except excluded: Element, using generator: inout Xoshiro256StarStar) -> Element {
        filter { $0 != excluded }.random(using: &generator)
    }
}

extension ClosedRange<Int> {
    /// A uniformly random number of the range.
    func random(using generator: inout Xoshiro256StarStar) -> Int {
        lowerBound + generator.integer(below: count)
    }
}
