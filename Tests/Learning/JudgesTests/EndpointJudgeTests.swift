import Foundation
import Synchronization
import Testing

@testable import Judges

struct EndpointJudgeTests {
    private static let answers = (0..<9).map { JudgedAnswer(question: "q\($0)", reference: "r", answer: "a\($0)") }

    private func judge(
        _ port: UInt16, atOnce: Int = 3, seconds: Double = 20, retries: Int = 0
    ) throws -> EndpointJudge {
        try EndpointJudge(
            "http://localhost:\(port)/v1/", model: "tiny", rubric: "Grade.", atOnce: atOnce,
            patience: Patience(seconds: seconds, retries: retries, pause: 0.01))
    }

    @Test func `each answer is asked about in a conversation, and words are in the answers' order`() async throws {
        let seen = Mutex<[String]>([])
        let server = try LoopbackServer { request, _ in
            seen.withLock { $0.append(request) }
            let number = Self.answers.indices.first { request.contains("\\na\($0)\"") } ?? 99
            // The first ones take longest.
            usleep(useconds_t(20_000 * (9 - number)))
            return LoopbackServer.completion(" \(number) ")
        }
        let words = try await judge(server.port).words(for: Self.answers) {}
        #expect(words == (0..<9).map { "\($0)" })
        #expect(server.most <= 3 && server.requests == 9)
        let request = try #require(seen.withLock { $0.first { $0.contains("q4") } })
        #expect(request.hasPrefix("POST /v1/chat/completions HTTP/1.0\r\n"))
        let body = try #require(request.range(of: "\r\n\r\n")).upperBound
        #expect(
            request[body...]
                == #"{"messages":[{"content":"Grade.","role":"system"},{"content":"Question:\nq4\n\nRight answer:\nr\n\nAnswer:\na4","role":"user"}],"model":"tiny","stream":false,"temperature":0}"#
        )
    }

    @Test func `a server that fails is asked again`() async throws {
        let server = try LoopbackServer { _, number in
            switch number {
            case 1: "HTTP/1.1 503 Busy\r\n\r\nloading\n"
            case 2: nil
            case 3: "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"choices\""
            default: LoopbackServer.completion("5")
            }
        }
        let retries = Atomic(0)
        let words = try await judge(server.port, retries: 3).words(for: [Self.answers[0]]) {
            retries.wrappingAdd(1, ordering: .relaxed)
        }
        #expect(words == ["5"] && retries.load(ordering: .relaxed) == 3)
    }

    @Test func `what is wrong is said with the address`() async throws {
        let server = try LoopbackServer { request, _ in
            if request.contains("a0\"") { return "HTTP/1.1 404 Not Found\r\n\r\nno such model\nmore" }
            return "HTTP/1.1 200 OK\r\n\r\n{\"choices\":[]}"
        }
        let address = "http://localhost:\(server.port)/v1/chat/completions"
        await #expect(throws: JudgeError.response(address: address, code: 404, text: "no such model")) {
            try await judge(server.port).words(for: [Self.answers[0]]) {}
        }
        await #expect(throws: JudgeError.malformed(address: address, reason: "it has no choices")) {
            try await judge(server.port).words(for: [Self.answers[1]]) {}
        }
    }

    @Test func `a server that is silent or gone is an error in time`() async throws {
        let silent = try LoopbackServer { _, _ in
            sleep(3)
            return nil
        }
        let address = "http://localhost:\(silent.port)/v1/chat/completions"
        await #expect(throws: JudgeError.timeout(judge: address, seconds: 0.2)) {
            try await judge(silent.port, seconds: 0.2).words(for: Self.answers) {}
        }
        let port: UInt16
        do {
            let gone = try LoopbackServer { _, _ in nil }
            port = gone.port
            gone.stop()
        }
        await #expect {
            try await judge(port, retries: 1).words(for: Self.answers) {}
        } throws: { error in
            guard case .attempts(2, .unreachable(let judge, _)) = error as? JudgeError else { return false }
            return judge == "http://localhost:\(port)/v1/chat/completions"
        }
    }

    @Test(arguments: [
        "https://api.example.com/v1", "localhost:8000", "http://example.com/v1", "http://127.0.0.1:0/v1",
        "http://127.0.0.1:99999/v1", "http://[::1/v1", "http://127.0.0.1:80/v 1", "",
    ])
    func `an address that can not be asked is refused`(address: String) throws {
        let patience = try Patience()
        #expect(throws: JudgeError.self) { try EndpointJudge(address, model: "m", rubric: "r", patience: patience) }
    }

    @Test func `an address may be of version six, and requests at once are bounded`() throws {
        let patience = try Patience()
        let judge = try EndpointJudge(
            "http://[::1]:8080/v1/chat/completions", model: "m", rubric: "r", patience: patience)
        #expect(judge.name == "http://[::1]:8080/v1/chat/completions")
        #expect(throws: JudgeError.self) {
            try EndpointJudge("http://[::1]:8080/v1", model: "m", rubric: "r", atOnce: 0, patience: patience)
        }
        #expect(EndpointJudge.rubric(try JudgeScale()).contains("from 0 (useless) to 10 (perfect)"))
    }
}
