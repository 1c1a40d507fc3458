import Exhibits
import Foundation
import Markdown

/// Makes a transcript of a program's events, and diagnostics of what went wrong.
struct Listener {
    let chapter: Chapter
    let outputs: URL
    /// What started the program, if it was not weave.
    let launcher: String?
    private(set) var transcript = Transcript()
    private(set) var diagnostics: [Diagnostic] = []
    private var running: Int?
    /// How many of the chapter's cells and inline expressions are done.
    private var done = 0
    private var isFinished = false

    init(chapter: Chapter, outputs: URL, launcher: String? = nil) {
        self.chapter = chapter
        self.outputs = outputs
        self.launcher = launcher
    }

    mutating func hear(_ event: CellEvent) {
        switch event {
        case .began(let cell):
            running = cell
            transcript.cells[cell] = Transcript.CellResult()
        case .ended(let cell):
            running = nil
            done += 1
            let output = CellOutput(folder: outputs, cell: cell)
            guard output.size <= Supervisor.mostOutput else {
                return report(start(of: cell), .tooMuchOutput(megabytes: Supervisor.mostOutput >> 20))
            }
            transcript.cells[cell]?.output = output.text
        case .lost(let stream):
            if let running { report(start(of: running), .lostOutput(stream: stream.rawValue)) }
        case .threw(let error):
            guard let running else { return }
            transcript.cells[running]?.failure = "Error: \(error)"
            if chapter.cells[running].kind == .shouldTrap { report(start(of: running), .threw(error)) }
        case .forkEnded(let cell, let bySignal):
            running = nil
            done += 1
            let words = LastWords(in: CellOutput(folder: outputs, cell: cell).text)
            transcript.cells[cell]?.output = words.rest
            guard transcript.cells[cell]?.failure == nil else { return }
            if !bySignal { report(start(of: cell), .didNotTrap) }
            transcript.cells[cell]?.failure = words.message ?? "The program trapped here."
        case .inline(let index, let text):
            done += 1
            transcript.inlines[index] = text
        case .inlineFailed(let index, let reason):
            done += 1
            report(chapter.inlines[index].position, .inlineFailed(reason: reason))
        case .exhibit(let exhibited):
            if let running { transcript.cells[running]?.exhibits.append(exhibited) }
        case .exhibitFailed(let line, let column, let reason):
            report(SourcePosition(line: line, column: column), .exhibitFailed(reason: reason))
        case .remembered(let name, let keys):
            if let running { transcript.cells[running]?.remembered.append(.init(name: name, keys: keys)) }
        case .rememberedDiffers(let line, let column, let name):
            report(SourcePosition(line: line, column: column), .rememberedDiffers(name))
        case .saidWhileRemembering(let line, let column, let name):
            report(SourcePosition(line: line, column: column), .saidWhileRemembering(name))
        case .claim(let line, let column, let sentence, let holds):
            if !holds { report(SourcePosition(line: line, column: column), .falseClaim(sentence)) }
            if let running { transcript.cells[running]?.claims.append(sentence) }
        case .finished:
            isFinished = true
        }
    }

    /// Looks at how the program ended.
    mutating func finish(_ end: Command.End, verdict: Supervisor.Verdict?, backtrace: URL) {
        guard !isFinished else { return }
        switch (verdict, end) {
        case (.timedOut(let seconds), _): report(place, .timedOut(seconds: seconds))
        case (.tooMuchOutput(let megabytes), _): report(place, .tooMuchOutput(megabytes: megabytes))
        case (nil, .exited(let code)): report(place, .exited(code: code, launcher: launcher))
        case (nil, .signaled), (nil, .stopped):
            let words = LastWords(in: transcript.cells.keys.max().map(errors(of:)) ?? "")
            if let error = words.error { return report(place, .threw(error)) }
            let position = Backtrace(reading: backtrace)?.position(in: chapter.path) ?? place
            report(position, .trapped(reason: words.message ?? ""))
        }
    }

    /// The cell or the expression that was running.
    private var place: SourcePosition {
        guard done < chapter.runningCode.count else { return SourcePosition(line: 1, column: 1) }
        return chapter.position(ofRunningCode: done)
    }

    private func start(of cell: Int) -> SourcePosition {
        SourcePosition(line: chapter.cells[cell].firstLine, column: 1)
    }

    private func errors(of cell: Int) -> String {
        CellOutput(folder: outputs, cell: cell).errors
    }

    private mutating func report(_ position: SourcePosition, _ problem: Problem) {
        diagnostics.append(chapter.diagnostic(position, problem))
    }
}
