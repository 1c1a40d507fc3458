import ArgumentParser
import ChatModels
import Judges
import Language

/// The flags that let another program score answers.
struct JudgeOptions: ParsableArguments {
    @Option(
        help: """
            A command that scores answers: it reads a line of JSON for each, with question, reference and answer, and writes a line \
            for each, with a number or JSON with a score.
            """)
    var judgeCommand: String?
    @Option(help: "A chat model that scores answers, by the address of its server, such as http://127.0.0.1:8080/v1.")
    var judgeURL: String?
    @Option(help: "Which model of that server is asked.") var judgeModel = "default"
    @Option(help: "What it is told to do; without it, to reply with a number of the scale.") var judgeRubric: String?
    @Option(help: "The least score, which a judge's words get that can not be read.") var judgeMin = 0.0
    @Option(help: "The greatest score.") var judgeMax = 10.0
    @Option(help: "How many seconds the judge may take: the command for a batch, the server for an answer.")
    var judgeTimeout = 60.0
    @Option(help: "How often the judge is asked again after a failure, first after a second, then after twice as long.")
    var judgeRetries = 3
    @Option(help: "How many requests are made to the server at the same time at most.") var judgeRequests = 4
    @Flag(help: "Let answers earn what the judge gives, and nothing else.") var judgeOnly = false

    func validate() throws {
        if judgeCommand != nil, judgeURL != nil {
            throw ValidationError("--judge-command and --judge-url exclude one another")
        }
        if judgeOnly, judgeCommand == nil, judgeURL == nil {
            throw ValidationError("--judge-only needs --judge-command or --judge-url")
        }
        do { _ = try judge() } catch { throw ValidationError("\(error)") }
    }

    private func scale() throws(JudgeError) -> JudgeScale { try JudgeScale(minimum: judgeMin, maximum: judgeMax) }

    private func judge() throws(JudgeError) -> (any OutsideJudge)? {
        let scale = try scale()
        let patience = try Patience(seconds: judgeTimeout, retries: judgeRetries)
        if let judgeCommand { return try CommandJudge(judgeCommand, patience: patience) }
        guard let judgeURL else { return nil }
        return try EndpointJudge(
            judgeURL, model: judgeModel, rubric: judgeRubric ?? EndpointJudge.rubric(scale), atOnce: judgeRequests,
            patience: patience)
    }

    /// What scores answers, with rules beside it unless it is to be alone; nil if no judge was asked for.
    func evaluator(beside rules: EvaluatorName) throws -> JudgedEvaluator? {
        let scale = try scale()
        return try judge().map { JudgedEvaluator($0, scale: scale, beside: judgeOnly ? nil : rules.evaluator) }
    }

    /// What decides the scores, for `args.json`; nil if no judge was asked for. How long it is waited for is not of it.
    func description() throws -> String? {
        guard let judge = try judge() else { return nil }
        let told = (judge as? EndpointJudge).map { ", \($0.model), told: \($0.rubric)" } ?? ""
        return "\(judge.name), from \(judgeMin) to \(judgeMax)\(judgeOnly ? ", alone" : "")\(told)"
    }
}
