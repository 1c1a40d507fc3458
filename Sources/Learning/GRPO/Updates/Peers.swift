public import Autodiff

/// Processes that train one policy together, on one machine or on many. Each has all of the policy, samples some of the groups
/// and computes some of the parts of an update; what comes out has the bits of one process that does it all.
public protocol Peers: Sendable {
    /// Which of `count` pieces of work in a row are this process's: one whole branch of the tree in which a process by itself
    /// adds them, or none if there are fewer branches than processes.
    func share(of count: Int) -> Range<Int>

    /// What all processes made, in the order of their shares.
    func gathered<Value: Codable & Sendable>(_ own: [Value]) throws -> [Value]

    /// The gradients of all processes' shares, added in the tree, and what they measured, in the order of their shares.
    ///
    /// - Parameters:
    ///   - own: the sum over this process's share; does not count if that is empty.
    ///   - policy: whose gradient it is.
    ///   - measurements: equally many numbers for each part of it.
    ///   - count: how many parts all have.
    func total(
        _ own: Gradient, of policy: Parameters, _ measurements: [[Double]], ofParts count: Int
    ) -> (Gradient, [[Double]])
}
