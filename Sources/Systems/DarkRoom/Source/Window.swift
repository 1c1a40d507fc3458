/// What an agent saw in the last steps of several rooms, for learning: step by step, room by room in each.
struct Window {
    /// How a step ended.
    enum End: Hashable { case none, goal, time }

    let rooms: Int
    var rewards: [Float] = []
    /// V of the cell in which each step began.
    var values: [Float] = []
    var ends: [End] = []
    /// V of the cell that each step led to, needed where the time was up.
    var arrivals: [Float] = []
    /// V of the cell in which each room's next step begins.
    var last: [Float] = []

    /// The number that an action's advantage is, and the number that its cell's value should be.
    func targets(_ settings: A2CSettings) -> (advantages: [Float], values: [Float]) {
        let lambda: Float =
            switch settings.targets {
            case .fullLength: 1
            case .generalized(let lambda): lambda
            }
        var advantages = [Float](repeating: 0, count: rewards.count)
        var targets = advantages
        for room in 0..<rooms {
            var next = last[room]
            var advantage: Float = 0
            for place in stride(from: rewards.count - rooms + room, through: 0, by: -rooms) {
                if ends[place] != .none {
                    next = ends[place] == .time && settings.timeOut == .bootstrapped ? arrivals[place] : 0
                    advantage = 0
                }
                let delta = rewards[place] + settings.discount * next - values[place]
                advantage = delta + settings.discount * lambda * advantage
                advantages[place] = advantage
                targets[place] = advantage + values[place]
                next = values[place]
            }
        }
        return (advantages, targets)
    }
}
