import DeterministicMath
import Language
import Testing

struct StoriesTests {
    @Test func `held-out openings are never read`() throws {
        let stories = Stories()
        let heldOut = Set(try stories.heldOutQuestions(stories.heldOutCount).map(\.text))
        #expect((40...76).contains(heldOut.count), "about a tenth of 576")
        for number in 0..<5000 {
            #expect(!heldOut.contains(stories.lesson(number, seed: 1).text))
            #expect(!heldOut.contains(stories.trainingQuestion(number, seed: 1).text))
        }
        #expect(throws: DatasetError.self) { try stories.heldOutQuestions(577) }
    }

    @Test func `lessons are stories of every quality`() throws {
        var counts = [Int](repeating: 0, count: 6)
        for number in 0..<3000 {
            let lesson = Stories().lesson(number, seed: 2)
            let opening = try #require(Opening(parsing: lesson.text))
            let story = try #require(lesson.solution)
            _ = try Vocabulary.stories.encode("\(lesson.text) \(story)")
            counts[StoryScore(story, after: opening).value] += 1
        }
        // All lessons end in a full stop, so that few have no point at all.
        #expect(counts[0] == 0)
        for score in 1...5 { #expect((100...1200).contains(counts[score]), "\(counts)") }
    }

    @Test func `a rubric gives its points as a reward`() {
        let question = Question(text: "one day mia the fox found a red key .", answer: "")
        let rewards = StoryRubric().rewards(of: [
            Answer(to: question, StoryScoreTests.best), Answer(to: question, ""),
            Answer(to: Question(text: "once upon a time", answer: ""), StoryScoreTests.best),
        ])
        #expect(rewards.map(\.total) == [5, 1, 1] && rewards.map(\.isRight) == [true, false, false])
    }
}
