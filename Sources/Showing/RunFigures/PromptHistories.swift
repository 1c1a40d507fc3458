import DeterministicMath
import Exhibits
public import Figures
public import Records

extension RecordedRun {
    /// What the run remembers of each prompt over time, as one colour for each prompt and stretch of epochs.
    public func heatMap() -> Figure<RecordedPrompt> {
        Figure("What is remembered of each prompt's rewards") {
            Cell(stretches(atMost: 60), x: \.epoch, y: \.prompt, value: \.mean, "mean reward")
        }
        .x("Epoch").y("Prompt")
    }

    /// The same as small multiples: a panel for each prompt.
    public func promptHistories() -> Figure<RecordedPrompt> {
        let rows = stretches(atMost: 60)
        return Figure("The mean and the standard deviation of each prompt's remembered rewards") {
            Band(rows, x: \.epoch, meaning: "the mean ± one standard deviation") {
                Interval(center: $0.mean, radius: $0.deviation)
            }
            Line(rows, x: \.epoch, y: \.mean)
        }
        .facet(\.prompt, columns: 4).x("Epoch").y("Reward")
    }

    /// What is remembered of each prompt at the end of each of at most `count` stretches of epochs, by prompt as in the record.
    /// The last stretch ends with the last epoch; the first may be shorter than the others.
    public func stretches(atMost count: Int) -> [RecordedPrompt] {
        guard let last = prompts.last?.epoch else { return [] }
        let length = last / count + 1
        var rows: [String: [RecordedPrompt]] = [:]
        for row in prompts where (last - row.epoch) % length == 0 {
            rows[row.prompt, default: []].append(row)
        }
        return record.promptNames.flatMap { rows[$0] ?? [] }
    }
}
