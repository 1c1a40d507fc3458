import Advantages
import Exhibits
import Foundation

/// How much memory `Advantages` takes for each of a million prompts, known by number. A thousand prompts come at a time, so that arrays
/// and dictionary grow as in a training, and each comes back once. One method in a process: what another gave back would be used again.
@main
struct PromptMemory {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            for method in AdvantageMethod.all { try measureInProcess(method.name) }
            return
        }
        for method in AdvantageMethod.all where method.name == CommandLine.arguments[1] { try measure(method) }
    }

    private static func measureInProcess(_ name: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
        process.arguments = [name]
        try process.run()
        process.waitUntilExit()
    }

    private static func measure(_ method: AdvantageMethod) throws {
        let count = 1_000_000
        var statistics = Advantages<Int>(method)
        let before = try residentBytes()
        for start in stride(from: 0, to: 2 * count, by: 1000) {
            let prompts = (start..<start + 1000).map { $0 % count }
            statistics.record(prompts.map { Double($0 % 7) }, for: prompts)
        }
        let bytes = Double(try residentBytes() - before) / Double(count)
        print(
            "\(method): \(statistics.prompts.count) prompts remembered, \(bytes.places(0)) bytes for each of a million")
    }

    /// The pages of this process that are in memory, in bytes (Linux).
    private static func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return Int(fields[1])! * 4096
    }
}
