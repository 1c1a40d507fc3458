#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// The part of a woven program that talks to weave; the code around the cells calls it, authors do not.
///
/// At its first use it keeps the standard output as the channel for events and from then on points standard output and
/// standard error at one file per cell. Without weave around it (a tangled chapter run by hand) there is no channel, and
/// what is shown is printed.
public enum CellRuntime {
    nonisolated(unsafe) static var channel: CellChannel?
    nonisolated(unsafe) static var memory: Memory?

    /// Opens the channel: called once, before the first cell.
    ///
    /// - Parameter arguments: the program's name, the folder for the cells' outputs, the folder of what they remember,
    ///   the file of what is kept with the book, and a `cell=key` for each cell that remembers. Without them there is no weave around the program.
    public static func start(arguments: [String]) {
        guard arguments.count >= 4 else { return }
        let channel = CellChannel(outputFolder: arguments[1])
        self.channel = channel
        endWithReader(of: channel.descriptor)
        memory = Memory(folder: arguments[2], kept: arguments[3], keys: arguments.dropFirst(4))
    }

    /// Marks the start of a cell.
    public static func begin(_ cell: Int) {
        memory?.enter(cell)
        channel?.redirect(toCell: cell)
        send(.began(cell: cell))
    }

    /// Marks the end of a cell.
    public static func end(_ cell: Int) {
        memory?.enter(nil)
        for stream in channel?.lostStreams() ?? [] { send(.lost(stream)) }
        send(.ended(cell: cell))
    }

    /// Reports the value of an inline expression.
    public static func inline(_ index: Int, _ value: Any) {
        do {
            send(.inline(index: index, text: try inlineText(of: value)))
        } catch {
            send(.inlineFailed(index: index, reason: error.description))
        }
    }

    /// Marks the end of the chapter.
    public static func finish() {
        fflush(nil)
        send(.finished)
    }

    /// How much the program has said so far: how far its outputs are written, and how many events there were.
    static var said: [Int] {
        fflush(nil)
        return [Int(lseek(STDOUT_FILENO, 0, SEEK_CUR)), Int(lseek(STDERR_FILENO, 0, SEEK_CUR)), events]
    }

    private nonisolated(unsafe) static var events = 0

    static func send(_ event: CellEvent) {
        events += 1
        guard let channel else { return print(event) }
        channel.send(event)
    }

    private static func print(_ event: CellEvent) {
        switch event {
        case .exhibit(.figure(let figure)): Swift.print("[figure] \(figure.title). \(figure.description)")
        case .exhibit(.table(let table)):
            Swift.print(table.columns.map(\.title).joined(separator: "\t"))
            for row in table.rows { Swift.print(row.joined(separator: "\t")) }
        case .exhibitFailed(let line, _, let reason): Swift.print("line \(line): \(reason)")
        case .saidWhileRemembering(let line, _, let name):
            Swift.print("line \(line): remember(\"\(name)\") said something")
        case .rememberedDiffers(let line, _, let name):
            Swift.print("line \(line): remember(\"\(name)\") computed something else before")
        case .claim(_, _, let sentence, true): Swift.print("✓ \(sentence)")
        case .claim(let line, _, let sentence, false): Swift.print("✗ line \(line): not true any more: \(sentence)")
        case .threw(let error): Swift.print("Error: \(error)")
        case .began, .ended, .lost, .forkEnded, .inline, .inlineFailed, .remembered, .finished: break
        }
    }
}

/// Shows `exhibit` on the page, under the running cell.
public func show(_ exhibit: some Exhibit, line: Int = #line, column: Int = #column) {
    do {
        CellRuntime.send(.exhibit(try exhibit.exhibited()))
    } catch {
        CellRuntime.send(
            .exhibitFailed(line: line, column: start(of: "show", at: column), reason: String(describing: error)))
    }
}

/// Shows a figure whose title is a checked sentence: on the day `holds` is false the build stops with an error at this line.
///
/// ```swift
/// show(Figure("Seven is the most common throw") { Bar(throws, x: \.sum, y: \.count) }, because: mostCommon == 7)
/// ```
public func show(
    _ exhibit: some TitledExhibit, because holds: Bool, line: Int = #line, column: Int = #column
) {
    show(exhibit, line: line, column: column)
    CellRuntime.send(.claim(line: line, column: start(of: "show", at: column), sentence: exhibit.title, holds: holds))
}

/// Checks a sentence of the prose each time the book is woven.
///
/// `sentence` says what the prose says, such as "the window gains more than 30". The day `holds` is false the build stops
/// with an error at this line.
public func claim(_ holds: Bool, _ sentence: String, line: Int = #line, column: Int = #column) {
    CellRuntime.send(.claim(line: line, column: start(of: "claim", at: column), sentence: sentence, holds: holds))
}

/// Where a call starts: `#column` tells the column of its parenthesis.
func start(of name: String, at column: Int) -> Int {
    max(1, column - name.utf8.count)
}
