import Foundation

/// A recorded run of two prompts and one epoch, written by hand: θ = 3, 5; σ = 1, 2; labels 4, 5.
public enum SmallTrace {
    /// The recording.
    public static let json = """
        {"mode": "batch", "batchSize": 2, "bufferSize": 4, "minimumCount": 2, "epsilon": 0.5, "prompts": ["a", "b"],
        "parameterIndex": [0, 1], "sampleStd": [1, 2], "label": [4, 5], "initialParameters": [3, 5],
        "finalParameters": [3.6666666666666665, 6.333333333333333], "trace": [{"prompt": [0, 1], "noise": [1, -1],
        "sample": [4, 3], "reward": [0, -2], "advantage": [0.6666666666666666, -0.6666666666666666],
        "meanReward": -1, "stdReward": 1}]}
        """

    /// The recording with a part of its text, which it must have, replaced by another.
    public static func json(replacing part: String, with replacement: String, in text: String = json) -> String {
        precondition(text.contains(part), "the recording has no \(part)")
        return text.replacingOccurrences(of: part, with: replacement)
    }
}
