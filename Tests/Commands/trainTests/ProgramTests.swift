import Foundation
import OneNumber
import Records
import TestSupport
import Testing

@testable import train

/// The program as a user meets it: what it prints where, what it says about bad input, what it leaves behind.
struct ProgramTests {
    @Test func `a run prints a line for each epoch, then a summary, and writes its logs`() throws {
        let folder = try TemporaryFolder()
        let run = try TrainProcess(["--num-epochs", "3"], in: folder)
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(lines.count == 4)
        #expect(lines[2].wholeMatch(of: /Epoch 2: -\d+\.\d\d ± \d+\.\d\d/) != nil)
        #expect(lines[3].wholeMatch(of: /Seed 1: final mean -\d+\.\d\d, ceiling -\d+\.\d\d, [\d.]+ s/) != nil)
        #expect(try RecordedRun<Run.Record>(reading: "\(folder.path)/logs").epochs.count == 3)
    }

    @Test func `a quiet run in a pipe prints the summary alone, and no log is no files`() throws {
        let folder = try TemporaryFolder()
        let run = try TrainProcess(["--num-epochs", "3", "--quiet", "--no-log"], in: folder)
        #expect(run.errors.isEmpty)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/logs"))
    }

    @Test func `parts of 16 diverge, and the program says so`() throws {
        let run = try TrainProcess(["--train-batch-size", "16", "--quiet", "--no-log"], in: TemporaryFolder())
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("warning: seed 1 diverged: the expected reward went from -"))
        #expect(run.errors.hasSuffix("; a smaller --step-size, such as 0.3, or a larger --train-batch-size helps\n"))
    }

    @Test func `a run that fails keeps the epochs before it`() throws {
        let folder = try TemporaryFolder()
        let run = try TrainProcess(
            ["--num-epochs", "400", "--train-batch-size", "16", "--step-size", "1e20"], in: folder)
        #expect(run.status == 1)
        #expect(run.errors.wholeMatch(of: /error: the reward of prompt [^\n]+\n/) != nil)
        let printed = run.output.split(separator: "\n").count
        let log = try RecordedRun<Run.Record>(reading: "\(folder.path)/logs")
        #expect(printed > 0)
        #expect(log.epochs.count == printed)
        #expect(log.prompts.last?.epoch == printed - 1)
    }

    @Test func `seeds that fail are named, and the others' rows written`() throws {
        let folder = try TemporaryFolder()
        // A parameter that two parts of the batch change is 1e200 off, and the run fails if the next epoch draws it.
        let sizes = ["--sample-batch-size", "24", "--train-batch-size", "8", "--step-size", "1e100"]
        let run = try TrainProcess(["--seeds", "8", "--num-epochs", "2"] + sizes, in: folder)
        let rows = try folder.text(of: "logs/sweep.csv").split(separator: "\n").dropFirst()
        let failed = run.errors.matches(of: /error: seed (\d): the reward of prompt/).map { String($0.1) }
        let finished = rows.map { String($0.prefix(1)) }
        #expect(run.status == 1)
        #expect(!failed.isEmpty && !finished.isEmpty)
        #expect((failed + finished).sorted() == (1...8).map(String.init))
        #expect(failed == failed.sorted() && finished == finished.sorted())
        #expect(run.output.matches(of: /Seed (\d): final mean/).map { String($0.1) } == finished)
    }

    @Test func `a folder that is named twice is refused`() throws {
        let folder = try TemporaryFolder()
        #expect(try TrainProcess(["--num-epochs", "3"], in: folder).status == 0)
        for again in ["logs", "./logs/"] {
            let plot = try TrainProcess(["plot", "logs", again], in: folder)
            #expect(plot.status == 64)
            #expect(plot.errors.hasPrefix("Error: the log folder \(again) is named twice\n"), "\(plot.errors)")
        }
    }

    @Test(arguments: [
        (["--train-batch-size", "300"], 64, "--train-batch-size is 300; it must be from 1 to --sample-batch-size"),
        (["--logdir", "file/logs"], 1, "file/logs: error: can not be written: Not a directory\n"),
        (["plot", "nowhere"], 1, "nowhere/run.json: error: can not be read: No such file or directory\n"),
        (["replay", "nowhere"], 1, "nowhere: error: can not be read: No such file or directory\n"),
        (["replay", "."], 1, ".: error: can not be read: Is a directory\n"),
        (["replay", "file"], 1, "file: error: the file is not valid: "),
    ])
    func `what can not be is an error, not a crash`(arguments: [String], status: Int, message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "file")
        let run = try TrainProcess(arguments, in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func `a log that is cut in the middle is an error with its line, and older plots stay`() throws {
        let folder = try TemporaryFolder()
        #expect(try TrainProcess(["--num-epochs", "3"], in: folder).status == 0)
        #expect(try TrainProcess(["plot", "logs"], in: folder).status == 0)
        let page = try folder.text(of: "plots/index.html")
        let rows = try folder.text(of: "logs/prompts.csv")
        try folder.write(String(rows.prefix(rows.count / 2)), to: "logs/prompts.csv")
        let line = rows.prefix(rows.count / 2).split(separator: "\n").count
        let plot = try TrainProcess(["plot", "logs"], in: folder)
        #expect(plot.status == 1)
        #expect(plot.errors == "logs/prompts.csv:\(line): error: the line is cut off\n")
        #expect(try folder.text(of: "plots/index.html") == page)
    }

    @Test func `a run that is killed leaves logs that can be read`() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = try TrainProcess.program()
        process.arguments = ["--num-epochs", "100000000", "--quiet", "--logdir", "\(folder.path)/logs"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        let path = "\(folder.path)/logs/prompts.csv"
        var size = 0
        while process.isRunning, size < 200_000 {
            size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            Thread.sleep(forTimeInterval: 0.01)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(try RecordedRun<Run.Record>(reading: "\(folder.path)/logs").prompts.count > 1000)
    }

    /// Whether a small disk can be made here.
    private static let canMount = (try? SmallDisk(folder: TemporaryFolder())) != nil

    @Test(.enabled(if: canMount, "a small tmpfs must be mounted, which takes root on Linux"))
    func `a full disk is an error, and the lines that fitted can be read`() throws {
        let folder = try TemporaryFolder()
        let disk = try SmallDisk(folder: folder)
        let run = try TrainProcess(["--quiet", "--logdir", disk.path], in: folder)
        #expect(run.status == 1)
        #expect(run.errors == "\(disk.path)/prompts.csv: error: can not be written: No space left on device\n")
        #expect(try RecordedRun<Run.Record>(reading: disk.path).prompts.count > 100)
    }

    #if os(Linux)
    @Test func `a terminal sees a bar while a quiet run trains`() throws {
        let folder = try TemporaryFolder()
        let train = try TrainProcess.program().path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["script", "-qec", "\(train) --num-epochs 50 --quiet --no-log", "\(folder.path)/screen"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let screen = try folder.text(of: "screen")
        #expect(screen.contains("\r████████████████████░░░░░░░░░░░░░░░░░░░░ 25 of 50 epochs"))
        // The bar is gone before the summary is printed.
        #expect(screen.contains("\r\u{1b}[KSeed 1: final mean"))
    }

    @Test func `the bar of a run that fails is gone before its error`() throws {
        let folder = try TemporaryFolder()
        let train = try TrainProcess.program().path
        let flags = "--num-epochs 50 --train-batch-size 16 --step-size 1e20 --quiet --no-log"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["script", "-qec", "\(train) \(flags)", "\(folder.path)/screen"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(try folder.text(of: "screen").contains("\r\u{1b}[Kerror: the reward of prompt"))
    }
    #endif
}

/// A disk of 64 kB, which is gone with the value.
private final class SmallDisk {
    let path: String
    private let folder: TemporaryFolder

    init(folder: TemporaryFolder) throws {
        self.folder = folder
        path = "\(folder.path)/disk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard try Self.run("mount", "-t", "tmpfs", "-o", "size=64k", "none", path) == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    deinit {
        _ = try? Self.run("umount", path)
    }

    private static func run(_ command: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
