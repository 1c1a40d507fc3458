import Exhibits
import Foundation
import Synchronization

/// Watches over a running chapter: keeps what it says, and knows when it has run too long or said too much.
final class Supervisor: Sendable {
    /// Why a program must end.
    enum Verdict: Hashable, Sendable {
        case timedOut(seconds: Double)
        case tooMuchOutput(megabytes: Int)
    }

    /// The most that one cell may print.
    static let mostOutput = 16 << 20
    /// The most that all cells together may show.
    private static let mostEvents = 256 << 20

    private struct State {
        var events: [CellEvent] = []
        var eventBytes = 0
        var running: Int?
        var deadline: ContinuousClock.Instant
        var limit: Duration
        var verdict: Verdict?
        /// What is wrong with the last line: a program that is ended while it speaks leaves half a line, which is its last.
        var flaw: (any Error)?
    }

    private let cells: [Cell]
    private let outputs: URL
    private let end: ContinuousClock.Instant
    private let timeout: Duration
    private let progress: @Sendable (Cell) -> Void
    private let state: Mutex<State>

    /// Starts the clock.
    ///
    /// - Parameters:
    ///   - outputs: the folder of the cells' outputs.
    ///   - timeout: the longest that the whole chapter may run.
    ///   - progress: told of each cell that starts.
    init(cells: [Cell], outputs: URL, timeout: Duration, progress: @escaping @Sendable (Cell) -> Void) {
        self.cells = cells
        self.outputs = outputs
        self.timeout = timeout
        self.progress = progress
        end = .now + timeout
        state = Mutex(State(deadline: end, limit: timeout))
    }

    /// Takes a line of the program's.
    func hear(_ line: String) throws {
        if let flaw = state.withLock({ $0.flaw }) { throw flaw }
        let event: CellEvent
        do {
            event = try JSONDecoder().decode(CellEvent.self, from: Data(line.utf8))
        } catch {
            return state.withLock { $0.flaw = error }
        }
        var began: Cell?
        state.withLock { state in
            state.events.append(event)
            state.eventBytes += line.utf8.count
            switch event {
            case .began(let index):
                began = cells[index]
                state.running = index
                guard let seconds = cells[index].options.timeout, .now + .seconds(seconds) < end else { return }
                (state.deadline, state.limit) = (.now + .seconds(seconds), .seconds(seconds))
            case .ended, .forkEnded:
                state.running = nil
                (state.deadline, state.limit) = (end, timeout)
            default: break
            }
        }
        if let began { progress(began) }
    }

    /// Whether the program must end now.
    func mustStop() -> Bool {
        state.withLock { state in
            if .now > state.deadline {
                state.verdict = .timedOut(seconds: state.limit / .seconds(1))
            } else if state.running.map(outputSize) ?? 0 > Self.mostOutput || state.eventBytes > Self.mostEvents {
                state.verdict = .tooMuchOutput(megabytes: Self.mostOutput >> 20)
            }
            return state.verdict != nil
        }
    }

    /// What the program said, and why it was ended if it was.
    var report: (events: [CellEvent], verdict: Verdict?) {
        state.withLock { ($0.events, $0.verdict) }
    }

    private func outputSize(of cell: Int) -> Int {
        CellOutput(folder: outputs, cell: cell).size
    }
}
