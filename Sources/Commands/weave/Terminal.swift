import Foundation
import Literate
import Synchronization

/// Shows what weave is doing: on a terminal in one line for each running chapter, with the seconds; elsewhere not at all.
final class Terminal: Sendable {
    fileprivate struct State {
        var chapters: [(name: String, work: String, since: ContinuousClock.Instant)] = []
        var shownLines = 0
        var ticker: Task<Void, Never>?
    }

    private let state = Mutex(State())
    private let isTerminal: Bool
    private let write: @Sendable (String) -> Void

    /// Shows on standard error, unless told otherwise.
    ///
    /// - Parameters:
    ///   - isTerminal: whether what is written can be taken back and written over.
    ///   - write: takes the text and the control sequences.
    init(
        isTerminal: Bool = isatty(STDERR_FILENO) == 1,
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) }
    ) {
        self.isTerminal = isTerminal
        self.write = write
    }

    /// Takes a step and shows it.
    func show(_ step: Weaving.Step) {
        guard isTerminal else {
            if case .waiting = step { write("another weave of this package is at work; waiting\n") }
            return
        }
        state.withLock { state in
            switch step {
            case .waiting: state.set("", "another weave of this package is at work; waiting")
            case .library(let product):
                state.remove("")
                state.set("", "building \(product)")
            case .checking(let chapter):
                state.remove("")
                state.set(chapter, "checking types")
            case .compiling(let chapter): state.set(chapter, "compiling")
            case .cell(let chapter, let line): state.set(chapter, "the cell at line \(line)")
            case .done(let chapter): state.remove(chapter)
            }
            redraw(&state)
            guard state.ticker == nil else { return }
            state.ticker = Task { [weak self] in
                while (try? await Task.sleep(for: .seconds(1))) != nil {
                    guard let self else { return }
                    self.state.withLock { self.redraw(&$0) }
                }
            }
        }
    }

    /// Takes everything off the terminal again.
    func clear() {
        state.withLock { state in
            state.ticker?.cancel()
            state.chapters = []
            redraw(&state)
        }
    }

    private func redraw(_ state: inout State) {
        guard isTerminal else { return }
        var text = state.shownLines > 0 ? "\u{1b}[\(state.shownLines)A\u{1b}[J" : ""
        for (name, work, since) in state.chapters {
            let seconds = Int((ContinuousClock.now - since) / .seconds(1))
            text += "\(name.isEmpty ? "weave" : name): \(work)\(seconds > 0 ? ", \(seconds) s" : "")\n"
        }
        state.shownLines = state.chapters.count
        write(text)
    }
}

extension Terminal.State {
    fileprivate mutating func set(_ name: String, _ work: String) {
        if let index = chapters.firstIndex(where: { $0.name == name }) {
            chapters[index] = (name, work, .now)
        } else {
            chapters.append((name, work, .now))
        }
    }

    fileprivate mutating func remove(_ name: String) {
        chapters.removeAll { $0.name == name }
    }
}
