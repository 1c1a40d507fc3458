extension SolutionStyle {
    /// The style of a completion, whether its numbers are right or not; nil if it has none of the six.
    public init?(of text: String) {
        let code = CodePoints(text)
        if FormatPatterns(acrossLines: true).isStrict(code) {
            let reasoning = code.afterLast("<reasoning>").beforeFirst("</reasoning>").stripped
            let answer = code.afterLast("<answer>").beforeFirst("</answer>").stripped
            self =
                answer.firstPlace(of: " ") != nil
                ? .units : reasoning.firstPlace(of: "\n") != nil ? .multiline : .perfect
        } else if FormatPatterns(acrossLines: false).isSoft(code) {
            self = .oneline
        } else if code.firstPlace(of: "<reasoning>") == nil, code.skipping("<answer>\n", at: 0) != nil {
            self = .direct
        } else if code.firstPlace(of: "<") == nil, code.firstPlace(of: "the answer is") != nil {
            self = .plain
        } else {
            return nil
        }
    }
}
