import Exhibits
import Foundation
import Markdown

/// Makes a transcript of a program's events, and diagnostics of what went wrong.
struct Listener {
    let chapter: Chapter
    let outputs: URL
    private(set) var transcript = Transcript()
    private(set) var diagnostics: [Diagnostic] = []
    private var running: Int?
    /// How many of the chapter's cells and inline expressions are done.
    private var done = 0
    private var isFinished = false

    init(chapter: Chapter, outputs: URL) {
        self.chapter = chapter
        self.outputs = outputs
    }

    mutating func hear(_ event: CellEvent) {
        switch event {
        case .began(let cell):
            running = cell
            transcript.cells[cell] = Transcript.CellResult()
        case .ended(let cell):
            running = nil
            done += 1
            let output = output(of: cell)
            transcript.cells[cell]?.output = output
            checkLabel(of: cell)
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
        case .claim(let line, let column, let sentence, let holds):
            if !holds { report(SourcePosition(line: line, column: column), .falseClaim(sentence)) }
            if let running { transcript.cells[running]?.claims.append(sentence) }
        case .finished:
            isFinished = true
        }
    }

    /// Looks at how the program ended.
    mutating func finish(_ end: Command.End, backtrace: URL, timeout: Duration) {
        guard !isFinished else { return }
        let errors = errorOutput
        switch end {
        case .timedOut:
            report(place, .timedOut(seconds: Double(timeout.components.seconds)))
        case .exited(let code):
            report(place, .exited(code: code))
        case .signaled:
            if let error = errors.firstMatch(of: #/Fatal error: Error raised at top level: ([^\n]*)/#) {
                report(place, .threw(String(error.output.1)))
            } else {
                let message = errors.firstMatch(of: #/(?:Fatal error|Precondition failed|Assertion failed)[^\n]*/#)
                let position = Backtrace(reading: backtrace)?.position(in: chapter.path) ?? place
                report(position, .trapped(reason: message.map { String($0.output) } ?? ""))
            }
        }
    }

    /// The cell or the expression that was running.
    private var place: SourcePosition {
        guard done < chapter.runningCode.count else { return SourcePosition(line: 1, column: 1) }
        return chapter.position(ofRunningCode: done)
    }

    private var errorOutput: String {
        let file = outputs.appendingPathComponent("\(lastCell.map(String.init) ?? "start").err")
        // The file does not exist when nothing ran, and then nothing was written.
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }

    private var lastCell: Int? { transcript.cells.keys.max() }

    private func output(of cell: Int) -> String {
        ["out", "err"].map { name in
            let data = try? Data(contentsOf: outputs.appendingPathComponent("\(cell).\(name)"))
            return String(decoding: data ?? Data(), as: UTF8.self)
        }.joined()
    }

    /// A label stands for one figure or one table.
    private mutating func checkLabel(of index: Int) {
        guard let label = chapter.cells[index].options.label,
            let kind = LabelledThing.Kind(of: label.name), kind == .figure || kind == .table
        else { return }
        let exhibits = transcript.cells[index]?.exhibits ?? []
        let count = exhibits.count { $0.isFigure == (kind == .figure) }
        if count != 1 { report(label.position, .labelledExhibits(label: label.name, count: count)) }
    }

    private mutating func report(_ position: SourcePosition, _ problem: Problem) {
        diagnostics.append(chapter.diagnostic(position, problem))
    }
}
