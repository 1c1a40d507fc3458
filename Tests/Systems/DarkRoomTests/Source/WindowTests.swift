import Testing

@testable import DarkRoom

struct WindowTests {
    /// Two rooms, three steps; the second room's episode ends in its second step.
    private func window(_ end: Window.End) -> Window {
        var window = Window(rooms: 2)
        window.rewards = [0, 1, 1, 0, 0, 2]
        window.values = [0.5, 0.25, 1, 2, -1, 3]
        window.ends = [.none, .none, .none, end, .none, .none]
        window.arrivals = [0, 0, 0, 8, 0, 0]
        window.last = [4, 6]
        return window
    }

    private var settings: A2CSettings {
        var settings = A2CSettings()
        settings.discount = 0.5
        return settings
    }

    @Test func `full length adds up discounted rewards and the last value`() {
        let (advantages, values) = window(.none).targets(settings)
        // Room 0: r₂ = 0 + ½·4, r₁ = 1 + ½·2, r₀ = 0 + ½·2; room 1: 2 + ½·6, ½·5, 1 + ½·2.5.
        #expect(values == [1, 2.25, 2, 2.5, 2, 5])
        #expect(advantages == [0.5, 2, 1, 0.5, 3, 2])
    }

    @Test func `after a goal nothing more is expected`() {
        #expect(window(.goal).targets(settings).values == [1, 1, 2, 0, 2, 5])
    }

    @Test func `when the time is up it is nothing, or the value of the cell reached`() {
        var settings = settings
        #expect(window(.time).targets(settings).values == [1, 1, 2, 0, 2, 5])
        settings.timeOut = .bootstrapped
        #expect(window(.time).targets(settings).values == [1, 3, 2, 4, 2, 5])
        #expect(window(.goal).targets(settings).values == [1, 1, 2, 0, 2, 5])
    }

    @Test func `generalised advantages are the weighted sum of errors, and with λ = 1 the full length`() {
        var settings = settings
        settings.targets = .generalized(lambda: 0.5)
        // δ of room 0: 0 + ½·1 - ½, 1 + ½·-1 - 1, 0 + ½·4 + 1; γλ = ¼.
        let delta: [Float] = [0, -0.5, 3]
        let expected = [delta[0] + (delta[1] + delta[2] / 4) / 4, delta[1] + delta[2] / 4, delta[2]]
        let result = window(.none).targets(settings)
        #expect([result.advantages[0], result.advantages[2], result.advantages[4]] == expected)
        #expect(zip(result.values, zip(result.advantages, window(.none).values)).allSatisfy { $0 == $1.0 + $1.1 })
        settings.targets = .generalized(lambda: 1)
        #expect(window(.time).targets(settings) == window(.time).targets(self.settings))
    }
}
