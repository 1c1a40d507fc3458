import Testing

@testable import Tokenizers

struct ChatTemplateTests {
    private static let jinja =
        "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\n"
        + "You are helpful.<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + "
        + "'<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}\n"

    @Test func `ChatML is recognised with its default system text, new lines written out or not`() throws {
        #expect(try ChatTemplate(jinja: Self.jinja).defaultSystem == "You are helpful.")
        #expect(try ChatTemplate(jinja: Self.jinja.replacing("\n", with: "\\n")).defaultSystem == "You are helpful.")
    }

    @Test func `a conversation becomes a prompt`() throws {
        let template = try ChatTemplate(jinja: Self.jinja)
        let question = ChatTemplate.Message(role: "user", content: "Two plus two?")
        #expect(
            template.prompt([question]) == """
                <|im_start|>system
                You are helpful.<|im_end|>
                <|im_start|>user
                Two plus two?<|im_end|>
                <|im_start|>assistant

                """)
        let system = ChatTemplate.Message(role: "system", content: "Be brief.")
        #expect(
            template.prompt([system, question]).hasPrefix("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user"))
    }

    @Test func `any other template is refused`() {
        for text in ["", "{{ messages }}", Self.jinja.replacing("!=", with: "==")] {
            #expect(throws: TokenizerError.template(text)) { try ChatTemplate(jinja: text) }
        }
    }
}
