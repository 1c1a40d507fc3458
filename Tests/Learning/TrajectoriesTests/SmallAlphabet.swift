import Trajectories

/// Two rows and three columns, three actions of one letter, two rewards, four bins of half a nat, episodes of three steps.
let smallAlphabet = Alphabet(
    stateParts: [["r0", "r1"], ["c0", "c1", "c2"]], actions: ["u", "d", "x"], rewards: ["0", "1"],
    logProbabilities: LogProbabilityBins(width: 0.5, count: 4), episodeLength: 3)

/// Six transitions, all with values of their own.
let smallTrajectory: [Transition] = [
    Transition(state: 0, action: 0, reward: 0, logProbability: 0),
    Transition(state: 1, action: 1, reward: 1, logProbability: -0.7),
    Transition(state: 2, action: 2, reward: 0, logProbability: -1.2),
    Transition(state: 3, action: 0, reward: 1, logProbability: -9),
    Transition(state: 4, action: 1, reward: 0, logProbability: -0.49),
    Transition(state: 5, action: 2, reward: 1, logProbability: -0.5),
]
