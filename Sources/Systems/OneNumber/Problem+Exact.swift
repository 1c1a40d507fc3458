import DeterministicMath

// What is known of a problem without sampling.
extension Problem {
    /// What is known of the rewards of a policy's answers to one prompt.
    public func exactReward(for prompt: Prompt, under policy: Policy) -> ExactReward {
        ExactReward(offset: policy.mean(of: prompt) - prompt.label, sigma: prompt.sigma)
    }

    /// A policy's expected reward, averaged over the prompts.
    public func expectedReward(under policy: Policy) -> Double {
        prompts.map { exactReward(for: $0, under: policy).mean }.mean()
    }

    /// What each prompt's answers lose under a policy. Their mean is the ceiling less the policy's expected reward.
    public func losses(under policy: Policy) -> [PromptLoss] {
        let best = ceiling.policy
        return prompts.map { prompt in
            PromptLoss(
                prompt: prompt, isShared: sharesSlot(prompt),
                value: exactReward(for: prompt, under: best).mean - exactReward(for: prompt, under: policy).mean)
        }
    }

    /// The best mean reward possible, and a policy that reaches it.
    ///
    /// A prompt alone in its slot is served best by its label. For several, Σ J is concave in their parameter, so bisecting
    /// its derivative, a falling function, finds the best.
    public var ceiling: Ceiling {
        var policy = policy
        for group in promptsBySlot {
            policy.parameters[group[0].slot] = bestParameter(for: group)
        }
        return Ceiling(
            value: expectedReward(under: policy),
            withoutCollisions: prompts.map { ExactReward(offset: 0, sigma: $0.sigma).mean }.mean(),
            policy: policy
        )
    }

    private func bestParameter(for group: [Prompt]) -> Double {
        var low = group.reduce(.infinity) { min($0, $1.label) }
        var high = group.reduce(-.infinity) { max($0, $1.label) }
        while true {
            let middle = low + (high - low) / 2
            // The ends are neighbours, or one number.
            guard middle > low, middle < high else { return low }
            let slope = group.map { ExactReward(offset: middle - $0.label, sigma: $0.sigma).gradient }.sum()
            if slope == 0 { return middle }
            if slope > 0 { low = middle } else { high = middle }
        }
    }
}
