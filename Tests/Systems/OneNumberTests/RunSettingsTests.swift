import Advantages
import Testing

@testable import OneNumber

struct RunSettingsTests {
    @Test func `the defaults are the original's`() throws {
        let settings = RunSettings()
        try settings.validate()
        #expect(settings.epochs == 1000)
        #expect(settings.batchSize == 256)
        #expect(settings.trainBatchSize == nil)
        #expect(settings.advantage == .window(length: 32, minimumCount: 16))
        #expect(settings.epsilon == 1e-7)
        #expect(settings.duplicates == .last)
    }

    @Test(arguments: [
        (RunSettings(epochs: -1), "epochs is -1; it must be at least 0"),
        (RunSettings(batchSize: 0), "batchSize is 0; it must be at least 1"),
        (RunSettings(trainBatchSize: 0), "trainBatchSize is 0; it must be from 1 to the batchSize, 256"),
        (RunSettings(batchSize: 8, trainBatchSize: 9), "trainBatchSize is 9; it must be from 1 to the batchSize, 8"),
        (RunSettings(epsilon: 0), "epsilon is 0.0; it must be positive and finite"),
        (RunSettings(epsilon: .nan), "epsilon is nan; it must be positive and finite"),
        (RunSettings(epsilon: .infinity), "epsilon is inf; it must be positive and finite"),
        (
            RunSettings(advantage: .window(length: 0, minimumCount: 0)),
            "window length is 0; it must be at least 1"
        ),
        (
            RunSettings(advantage: .window(length: 4, minimumCount: 0)),
            "minimum count is 0; it must be at least 1"
        ),
        (
            RunSettings(advantage: .window(length: 4, minimumCount: 5)),
            "minimum count is 5; it must be at most the window's length, 4"
        ),
        (RunSettings(advantage: .ema(decay: 1)), "decay is 1.0; it must be between 0 and 1, both excluded"),
        (RunSettings(advantage: .ema(decay: 0)), "decay is 0.0; it must be between 0 and 1, both excluded"),
        (RunSettings(advantage: .ema(decay: .nan)), "decay is nan; it must be between 0 and 1, both excluded"),
        (RunSettings(advantage: .ema(minimumCount: 0)), "minimum count is 0; it must be at least 1"),
    ])
    func `a setting that makes no sense is named with its value`(settings: RunSettings, message: String) {
        let error = #expect(throws: TrainingError.self) { try Run(of: Problem(seed: 1), settings: settings, seed: 1) }
        #expect(error?.description == message)
    }
}
