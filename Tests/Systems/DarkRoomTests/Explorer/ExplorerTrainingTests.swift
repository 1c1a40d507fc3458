import DarkRoom
import DeterministicMath
import Testing

struct ExplorerTrainingTests {
    @Test func `novelty alone teaches an explorer to walk where it has not been`() {
        let room = Room(rows: 5, columns: 5, episodeLength: 8)
        var settings = ExplorerSettings()
        settings.rooms = 8
        settings.steps = 8
        settings.features = 32
        settings.lifetime = 4
        settings.updates = 500
        settings.rate = 3e-3
        var training = ExplorerTraining(in: room, seed: 1, settings: settings)
        func cellsSeen() -> [Double] {
            var generator = Xoshiro256StarStar(seed: 2)
            let seen = (0..<100).map { _ in training.explorer.cellsSeen(episodes: 4, using: &generator) }
            return (0..<4).map { episode in seen.map { Double($0[episode]) }.mean() }
        }
        let before = cellsSeen()
        let news = (0..<settings.updates).map { _ in training.update() }
        let after = cellsSeen()
        #expect(before[0] < 4.5)
        #expect(after[0] > 7)
        #expect(after[3] > 22)
        // All 24 cells within 32 steps, in 8 rooms of 8 steps a window: 48 new cells at most on average.
        #expect(news.suffix(50).reduce(0, +) > 40 * 50)
        #expect(training.updates == settings.updates)
    }
}
