/// What happens to somebody's things.
public enum WordEvent: Hashable, Sendable {
    /// 1 to 10 more.
    case gain(Int, Wording)
    /// 1 to 10 fewer, but not all.
    case loss(Int, Wording)
    /// Two or three bags of two to five each.
    case bags(Int, each: Int)
    /// Twice as many.
    case double
    /// One of two, three or four equal parts is left.
    case share(Int)

    /// How a gain or a loss is told.
    public enum Wording: Hashable, Sendable {
        /// "buys" or "loses".
        case plain
        /// "finds", or "loses" after "then".
        case other
        /// From or to somebody.
        case with(String)
    }

    /// How many things there are afterwards.
    public func total(after total: Int) -> Int {
        switch self {
        case .gain(let count, _): total + count
        case .loss(let count, _): total - count
        case .bags(let count, let each): total + count * each
        case .double: total * 2
        case .share(let parts): total / parts
        }
    }

    /// The calculation: one step, for bags two.
    func steps(from total: Int) -> [String] {
        let after = self.total(after: total)
        return switch self {
        case .gain(let count, _): ["\(total) + \(count) = \(after)"]
        case .loss(let count, _): ["\(total) - \(count) = \(after)"]
        case .bags(let count, let each):
            ["\(count) * \(each) = \(count * each)", "\(total) + \(count * each) = \(after)"]
        case .double: ["\(total) * 2 = \(after)"]
        case .share(let parts): ["\(total) / \(parts) = \(after)"]
        }
    }

    func sentence(about name: String) -> String {
        switch self {
        case .gain(let count, .plain): "\(name) buys \(count) more ."
        case .gain(let count, .other): "\(name) finds \(count) more ."
        case .gain(let count, .with(let other)): "\(name) gets \(count) from \(other) ."
        case .loss(let count, .plain): "\(name) loses \(count) ."
        case .loss(let count, .other): "then \(name) loses \(count) ."
        case .loss(let count, .with(let other)): "\(name) gives \(count) to \(other) ."
        case .bags(let count, let each): "\(name) buys \(count) bags of \(each) each ."
        case .double: "then \(name) doubles the pile ."
        case .share(let parts): "\(name) shares them equally and keeps one of \(parts) ."
        }
    }
}
