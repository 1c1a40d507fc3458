public import DeterministicMath

/// Lessons from the lives of an agent with a rule, made on the fly, such as the optimist's: no episode is left out.
public struct AgentLessons<Agent: RoomAgent>: LessonSource {
    /// The agent at the beginning of its life.
    public let agent: Agent
    /// Where it lives.
    public let room: Room
    /// What is rewarded: each goal as likely.
    public let goals: [Goal]
    /// How many episodes it lives.
    public let episodes: Int

    /// Creates the source.
    public init(of agent: Agent, in room: Room, goals: [Goal], episodes: Int = 8) {
        self.agent = agent
        self.room = room
        self.goals = goals
        self.episodes = episodes
    }

    /// All steps of a life.
    public var length: Int { episodes * room.steps }

    /// The life of a new agent.
    public func lesson(using generator: inout Xoshiro256StarStar) -> Lesson {
        let goal = goals[generator.integer(below: goals.count)]
        var agent = agent
        return Lesson(
            Array(agent.steps(in: room, goal: goal, episodes: episodes, using: &generator).joined()))
    }
}
