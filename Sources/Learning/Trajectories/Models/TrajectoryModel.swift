public import Autodiff

/// A model of trajectories, whatever the format in which it reads them.
public protocol TrajectoryModel: Sendable {
    /// What learning changes.
    var parameters: Parameters { get set }
    /// The loss that is trained on, in nats: of trajectories of the same length, teacher-forced.
    func loss(of trajectories: [[Transition]], on tape: Tape) -> Variable
    /// What the model said of every transition before it saw it, trajectory after trajectory.
    func readings(of trajectories: [[Transition]]) -> [Reading]
}
