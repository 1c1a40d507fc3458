import FlyingFox
import Foundation
import Testing

@testable import Preview

struct PreviewHandlerTests {
    private let site = FileManager.default.temporaryDirectory.appendingPathComponent("weave preview \(UUID())/site")

    /// A site with a page, a file that weave did not write, and a secret beside it.
    private func handler(state: PreviewState = PreviewState()) throws -> PreviewHandler {
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        for (path, text) in [
            ".weave-files": "a b.html\nindex.html\nsite.css\n", "index.html": "<body>x</body>", "site.css": "p {}",
            "a b.html": "<body>y</body>", "foreign.txt": "mine", "../secret.txt": "secret",
        ] {
            try Data(text.utf8).write(to: site.appendingPathComponent(path))
        }
        return PreviewHandler(site: site, port: 8080, state: state, patience: .milliseconds(50))
    }

    private func answer(
        _ path: String, host: String? = "127.0.0.1:8080", method: HTTPMethod = .GET, from handler: PreviewHandler
    ) async throws -> (status: Int, body: String) {
        let parts = path.split(separator: "?")
        let query = parts.count > 1 ? [HTTPRequest.QueryItem(name: "after", value: String(parts[1].dropFirst(6)))] : []
        let request = HTTPRequest(
            method: method, version: .http11, path: String(parts[0]), query: query,
            headers: host.map { [.host: $0] } ?? [:], body: Data())
        let response = try await handler.handleRequest(request)
        return (response.statusCode.code, String(decoding: try await response.bodyData, as: UTF8.self))
    }

    @Test func `a page is served with the script that waits for news, other files as they are`() async throws {
        let handler = try handler()
        let page = try await answer("/", from: handler)
        #expect(page.status == 200)
        #expect(page.body == "<body>x<script src=\"/__weave/preview.js?version=0\"></script>\n</body>")
        #expect(try await answer("/a%20b.html", from: handler).status == 200)
        #expect(try await answer("/site.css", from: handler).body == "p {}")
    }

    @Test func `a page knows the build that it was served after, and one that is not there yet does too`() async throws
    {
        let state = PreviewState()
        let handler = try handler(state: state)
        await state.built(problems: "")
        for path in ["/", "/later.html"] {
            #expect(try await answer(path, from: handler).body.contains("preview.js?version=1\""))
        }
    }

    @Test(arguments: [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/foreign.txt", "/.weave-files",
        "/no.css", "/etc/passwd", "/./index.html/../../secret.txt",
    ])
    func `nothing outside the site is served`(path: String) async throws {
        let answer = try await answer(path, from: try handler())
        #expect(answer.status == 404)
        #expect(!answer.body.contains("secret"))
    }

    @Test(arguments: [
        nil, "evil.example", "evil.example:8080", "127.0.0.1:9", "127.0.0.1", "localhost.evil.example:8080",
    ])
    func `another host name is refused`(host: String?) async throws {
        #expect(try await answer("/", host: host, from: try handler()).status == 403)
    }

    @Test func `its own names are answered, and nothing can be written`() async throws {
        let handler = try handler()
        #expect(try await answer("/", host: "LOCALHOST:8080", from: handler).status == 200)
        #expect(try await answer("/", method: .POST, from: handler).status == 405)
    }

    @Test func `a browser hears of the next build at once, and of none after a while`() async throws {
        let state = PreviewState()
        let handler = try handler(state: state)
        #expect(try await answer("/__weave/news?after=-1", from: handler).body == #"{"problems":"","version":0}"#)
        #expect(try await answer("/__weave/news?after=0", from: handler).body == #"{"problems":"","version":0}"#)
        async let news = state.news(after: 0, limit: .seconds(60))
        try await Task.sleep(for: .milliseconds(20))
        await state.built(problems: "a.md:1:1: error: x")
        #expect(await news == PreviewState.News(version: 1, problems: "a.md:1:1: error: x"))
    }
}
