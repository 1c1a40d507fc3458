import DeterministicMath
import Language
import Testing

struct WordProblemTests {
    static let many: [WordProblem] = {
        var generator = Xoshiro256StarStar(seed: 1)
        return (0..<20_000).map { _ in WordProblem(using: &generator) }
    }()

    @Test func `a problem is told in sentences and solved in steps`() {
        var generator = Xoshiro256StarStar(seed: 1)
        let problem = WordProblem(using: &generator)
        #expect(
            problem.text == "ida has 3 stones . ida gets 5 from sam . ida finds 2 more . "
                + "ida shares them equally and keeps one of 2 . how many stones does ida have now ?")
        #expect(problem.reasoning == ["3 + 5 = 8", "8 + 2 = 10", "10 / 2 = 5"])
        #expect(
            problem.skeleton == "has 3 . gets 5 from . finds 2 more . shares them equally and keeps one of 2 . "
                + "how many does have now ?")
    }

    @Test func `every step of every solution is right, and the last gives the answer`() throws {
        for problem in Self.many {
            var total = problem.start
            var steps = problem.reasoning.makeIterator()
            for event in problem.events {
                if case .bags(let bags, let each) = event {
                    let contents = steps.next()
                    #expect(contents == "\(bags) * \(each) = \(bags * each)")
                }
                let step = steps.next()
                let words = try #require(step).split(separator: " ")
                let (a, b, c) = (try #require(Int(words[0])), try #require(Int(words[2])), try #require(Int(words[4])))
                let result = ["+": a + b, "-": a - b, "*": a * b, "/": a / b][words[1]]
                #expect(a == total && c == result && (words[1] != "/" || a % b == 0))
                total = c
            }
            let surplus = steps.next()
            #expect(surplus == nil && total == problem.answer)
        }
    }

    @Test func `no number leaves 1 to 60`() {
        for problem in Self.many {
            var total = problem.start
            for event in problem.events {
                total = event.total(after: total)
                #expect((1...60).contains(total))
            }
        }
    }

    @Test func `a fifth of the problems speak of somebody else's other things`() {
        let distracted = Self.many.compactMap { problem in problem.distractor.map { (problem, $0) } }
        // Four standard deviations are 0.0113.
        #expect(abs(Double(distracted.count) / 20_000 - 0.2) < 0.0113)
        #expect(distracted.allSatisfy { $0.name != $1.name && $0.item != $1.item })
    }

    @Test func `events come as often as the list says`() {
        var gains = 0, losses = 0, all = 0
        for event in Self.many.filter({ (4...30).contains($0.start) && $0.start % 12 == 0 }).map({ $0.events[0] }) {
            all += 1
            if case .gain = event { gains += 1 }
            if case .loss = event { losses += 1 }
        }
        // Of nine kinds three are gains and three losses; four standard deviations of about 1800 are 0.045.
        #expect(all > 1500)
        #expect(
            abs(Double(gains) / Double(all) - 1.0 / 3) < 0.045 && abs(Double(losses) / Double(all) - 1.0 / 3) < 0.045)
    }

    @Test func `prompts and solutions are as long as in the prototype`() throws {
        let vocabulary = Vocabulary.wordProblems
        let prompts = try Self.many.map { try vocabulary.encode($0.text).count }
        let solutions = try Self.many.map { try vocabulary.encode($0.solution(in: .perfect)).count + 1 }
        #expect(abs(prompts.map(Double.init).mean() - 25.7) < 0.2 && prompts.max() == 44)
        #expect(abs(solutions.map(Double.init).mean() - 24.4) < 0.2 && solutions.max() == 47)
    }
}
