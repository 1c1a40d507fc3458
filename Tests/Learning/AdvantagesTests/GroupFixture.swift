import DeterministicMath

/// A batch small enough for pen and paper: prompt 0 three times, prompt 1 twice, prompt 3 once.
struct GroupFixture {
    let prompts = [0, 1, 0, 3, 1, 0]
    let rewards = [-1.0, -10, -3, -7, -20, -8]

    /// Each reward less its prompt's mean: -4, -15 and -7.
    let centered = [3.0, 5, 1, 0, -5, -4]

    func others(than place: Int) -> [Double] {
        prompts.indices.filter { $0 != place && prompts[$0] == prompts[place] }.map { rewards[$0] }
    }

    func group(of prompt: Int) -> [Double] {
        prompts.indices.filter { prompts[$0] == prompt }.map { rewards[$0] }
    }
}
