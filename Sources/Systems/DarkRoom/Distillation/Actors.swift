import Autodiff
import DeterministicMath
import Transformers

/// Copies of a model that act side by side, each in a room of its own.
struct Actors {
    private let model: HistoryModel
    private let settings: EvaluationSettings
    private var rooms: Rooms
    private var moments: [TokenRows.Moment]
    /// What each has lived through, if it is read again in every step.
    private var past: [[(moment: TokenRows.Moment, action: Action)]]
    private let memory: DecoderMemory?
    private let tape: Tape

    init(
        _ model: HistoryModel, goals: [Goal], seed: UInt64, firstStream: UInt64, settings: EvaluationSettings
    ) {
        let isSynchronous = !model.room.endsAtGoal
        require(settings.memory != .wipedEachEpisode || isSynchronous, "a memory can not be wiped for some actors only")
        require(
            settings.episodes * model.room.steps <= model.length,
            "\(settings.episodes) episodes do not fit into a context of \(model.length) steps")
        self.model = model
        self.settings = settings
        rooms = Rooms(model.room, goals: goals, seed: seed, firstStream: firstStream)
        moments = rooms.walks.map { TokenRows.Moment(cell: $0.cell, time: $0.time, episode: 0, place: 0) }
        past = goals.map { _ in [] }
        tape = Tape(model.parameters, recording: false)
        let keepsKeys = settings.keepsKeys && settings.memory != .overwrittenRewards
        memory =
            keepsKeys
            ? DecoderMemory(
                of: model.decoder, rows: goals.count, capacity: model.length * model.format.tokensPerStep) : nil
    }

    /// What each earned in each of its first episodes.
    mutating func returns() -> [[Int]] {
        var returns = [[Int]](repeating: [], count: rooms.count)
        var earned = [Int](repeating: 0, count: rooms.count)
        for _ in 0..<settings.episodes * model.room.steps {
            let actions = draw(from: logits())
            remember(actions)
            for (place, action) in actions.enumerated() {
                let arrival = rooms.take(action, in: place)
                earned[place] += arrival.reward
                moments[place].cell = rooms.walks[place].cell
                moments[place].time = rooms.walks[place].time
                moments[place].place += 1
                moments[place].lastAction = action
                moments[place].lastReward = arrival.reward
                guard arrival.endsEpisode else { continue }
                moments[place].lastAction = nil
                moments[place].lastReward = nil
                moments[place].episode += 1
                returns[place].append(earned[place])
                earned[place] = 0
            }
            if settings.memory == .wipedEachEpisode, moments[0].time == model.room.firstTime { forget() }
        }
        return returns.map { Array($0.prefix(settings.episodes)) }
    }

    /// The logits of what each does next, one row after the other.
    private func logits() -> [Float] {
        guard let memory else { return logitsOfWholePast() }
        var rows = TokenRows(model.format, model.vocabulary)
        for moment in moments { rows.append(moment) }
        let perActor = rows.clocks.count / moments.count
        var logits: [Float] = []
        for token in 0..<perActor {
            let x = model.embeddings(rows.every(perActor, from: token), on: tape)
            logits = model.decoder.next(x, memory, on: tape).values
        }
        return logits
    }

    private func logitsOfWholePast() -> [Float] {
        var rows = TokenRows(model.format, model.vocabulary)
        var last: [Int] = []
        for (place, moment) in moments.enumerated() {
            let reward = moment.lastReward ?? past[place].last?.moment.lastReward
            for (earlier, action) in past[place] {
                var earlier = earlier
                if settings.memory == .overwrittenRewards, earlier.lastReward != nil { earlier.lastReward = reward }
                rows.append(earlier)
                rows.append(action, at: earlier)
            }
            rows.append(moment)
            last.append(rows.clocks.count - 1)
        }
        let x = model.embeddings(rows, on: tape)
        let hidden = model.decoder(x, .sequences(moments.count, length: rows.clocks.count / moments.count), on: tape)
        return model.decoder.logits(tape.rows(of: hidden, at: last), on: tape).values
    }

    private mutating func draw(from logits: [Float]) -> [Action] {
        moments.indices.map { place in
            let row = logits[place * Action.count..<(place + 1) * Action.count]
            let temperature = settings.temperature
            guard temperature > 0 else {
                let best = row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 }
                return Action.allCases[best - row.startIndex]
            }
            var lanes = SIMD8<Float>.zero
            for (action, logit) in row.enumerated() { lanes[action] = Float(Double(logit) / temperature) }
            return Action.allCases[ActionDistribution(logits: lanes).draw(using: &rooms.generators[place])]
        }
    }

    /// Takes the moments and what was done in them into the context.
    private mutating func remember(_ actions: [Action]) {
        guard let memory else {
            for (place, action) in actions.enumerated() { past[place].append((moments[place], action)) }
            return
        }
        var rows = TokenRows(model.format, model.vocabulary)
        for (place, action) in actions.enumerated() { rows.append(action, at: moments[place]) }
        guard !rows.clocks.isEmpty else { return }
        _ = model.decoder.next(model.embeddings(rows, on: tape), memory, on: tape)
    }

    private mutating func forget() {
        memory?.forget()
        for place in moments.indices {
            moments[place].episode = 0
            moments[place].place = 0
            past[place] = []
        }
    }
}

extension TokenRows {
    /// Every n-th token from one on.
    func every(_ count: Int, from first: Int) -> TokenRows {
        guard count > 1 else { return self }
        let places = stride(from: first, to: clocks.count, by: count)
        var part = self
        part.symbols = symbols.map { list in places.map { list[$0] } }
        part.clocks = places.map { clocks[$0] }
        part.episodes = places.map { episodes[$0] }
        part.places = places.map { self.places[$0] }
        return part
    }
}
