/// A judge that is a chat model behind an address of OpenAI's kind, `POST …/chat/completions`: llama.cpp's server, vLLM, Ollama.
///
/// It is asked once for each answer, several answers at a time, at temperature 0.
public struct EndpointJudge: OutsideJudge {
    /// Which model is asked for.
    public let model: String
    /// What it is told to do, before question, right answer and answer.
    public let rubric: String
    /// How many requests are made at the same time at most.
    public let atOnce: Int
    /// How long each may take, and how often it is made again.
    public let patience: Patience
    private let address: Address

    /// What a judge is told without another rubric.
    public static func rubric(_ scale: JudgeScale) -> String {
        """
        You grade answers. You are given a question, the right answer if there is one, and an answer. Reply with one number from \
        \(scale.words.minimum) (useless) to \(scale.words.maximum) (perfect), and nothing else.
        """
    }

    /// Creates a judge.
    ///
    /// - Parameter address: what comes before `/chat/completions`, such as `http://127.0.0.1:8080/v1`.
    /// - Throws: ``JudgeError`` for an address that can not be asked, or a number of requests that makes no sense.
    public init(
        _ address: String, model: String, rubric: String, atOnce: Int = 4, patience: Patience
    ) throws(JudgeError) {
        let end = "/chat/completions"
        var base = address[...]
        while base.last == "/" { base = base.dropLast() }
        self.address = try Address(base.hasSuffix(end) ? String(base) : base + end)
        guard (1...64).contains(atOnce) else {
            throw .setting(name: "the number of requests at once", value: "\(atOnce)", requirement: "from 1 to 64")
        }
        (self.model, self.rubric, self.atOnce, self.patience) = (model, rubric, atOnce, patience)
    }

    /// The address.
    public var name: String { address.text }

    /// What it says of each answer.
    ///
    /// - Throws: the first ``JudgeError`` of an answer for which it failed so often as patience allows.
    public func words(
        for answers: [JudgedAnswer], again: @escaping @Sendable () -> Void
    ) async throws(JudgeError) -> [String] {
        let outcomes = await withTaskGroup(of: (Int, Result<String, JudgeError>).self) { group in
            var outcomes = [Result<String, JudgeError>?](repeating: nil, count: answers.count)
            var next = 0
            func ask() {
                guard next < answers.count else { return }
                let (place, answer) = (next, answers[next])
                next += 1
                group.addTask {
                    do throws(JudgeError) { return (place, .success(try await word(for: answer, again: again))) } catch
                    {
                        return (place, .failure(error))
                    }
                }
            }
            for _ in 0..<atOnce { ask() }
            while let (place, outcome) = await group.next() {
                outcomes[place] = outcome
                // Who does not answer one does not answer the others.
                if case .success = outcome { ask() }
            }
            return outcomes
        }
        var words: [String] = []
        for outcome in outcomes {
            guard let outcome else { continue }
            words.append(try outcome.get())
        }
        return words
    }

    private func word(for answer: JudgedAnswer, again: () -> Void) async throws(JudgeError) -> String {
        let request = PostedRequest(address: address, body: question(about: answer))
        let seconds = patience.seconds
        return try await patience.attempts(again: again) { () async throws(JudgeError) in
            let (code, content) = try await onThread { () throws(JudgeError) in try request.answer(seconds: seconds) }
            guard code == 200 else {
                let text = String(decoding: content.prefix(200), as: UTF8.self)
                throw .response(address: address.text, code: code, text: String(text.prefix { $0 != "\n" }))
            }
            return try message(in: content)
        }
    }

    private func question(about answer: JudgedAnswer) -> [UInt8] {
        struct Message: Encodable { let role: String, content: String }
        struct Body: Encodable {
            let model: String
            let messages: [Message]
            let temperature = 0
            let stream = false
        }
        let reference = answer.reference.isEmpty ? "" : "Right answer:\n\(answer.reference)\n\n"
        let text = "Question:\n\(answer.question)\n\n\(reference)Answer:\n\(answer.answer)"
        let messages = [Message(role: "system", content: rubric), Message(role: "user", content: text)]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers can always be written.
        return [UInt8](try! encoder.encode(Body(model: model, messages: messages)))
    }

    private func message(in content: [UInt8]) throws(JudgeError) -> String {
        struct Message: Decodable { let content: String? }
        struct Choice: Decodable { let message: Message }
        struct Completion: Decodable { let choices: [Choice] }
        let completion: Completion
        do { completion = try JSONDecoder().decode(Completion.self, from: Data(content)) } catch {
            throw .malformed(address: address.text, reason: "it is not the JSON of one")
        }
        guard let choice = completion.choices.first else {
            throw .malformed(address: address.text, reason: "it has no choices")
        }
        return (choice.message.content ?? "").trimmed
    }
}
