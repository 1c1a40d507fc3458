import Advantages
import OneNumber

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A run that another implementation recorded, with all its draws; the format is that of the recorded runs of the original.
struct Trace: Decodable {
    enum Mode: String, Decodable {
        case batch, buffer
    }

    struct Epoch: Decodable {
        var prompt: [Int]
        var noise: [Double]
        var sample: [Double]
        var reward: [Double]
        var advantage: [Double]
        var meanReward: Double
        var stdReward: Double
    }

    var mode: Mode
    var batchSize: Int
    var bufferSize: Int
    var minimumCount: Int
    var epsilon: Double
    var prompts: [String]
    var parameterIndex: [Int]
    var sampleStd: [Double]
    var label: [Double]
    var initialParameters: [Double]
    var finalParameters: [Double]
    var trace: [Epoch]

    /// Reads and checks a trace. Throws `TraceError`.
    static func parsing(_ json: [UInt8]) throws -> Trace {
        do {
            let trace = try JSONDecoder().decode(Trace.self, from: Data(json))
            try trace.validate()
            return trace
        } catch let error as DecodingError {
            throw TraceError(error, in: json)
        }
    }

    /// The problem that was learned.
    var problem: Problem {
        Problem(
            prompts: prompts.indices.map { index in
                Prompt(
                    name: prompts[index],
                    index: index,
                    slot: parameterIndex[index],
                    sigma: sampleStd[index],
                    label: label[index]
                )
            },
            initialParameters: initialParameters
        )
    }

    /// How advantages were computed. A window longer than any prompt's rewards is as good as one of their length, and a
    /// minimum that none reaches as good as one more; both cost no more memory than the trace itself.
    var method: AdvantageMethod {
        guard mode == .buffer else { return .batch }
        let counts = trace.lazy.flatMap(\.prompt).reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        let beyond = (counts.values.max() ?? 0) + 1
        return .window(length: min(bufferSize, beyond), minimumCount: min(minimumCount, beyond))
    }
}
