import FlyingFox
import FlyingSocks
import Foundation
import Literate
import Preview
import Testing

struct PreviewTests {
    @Test(.timeLimit(.minutes(5)))
    func `a port that another program has is named, and nothing is said to be served`() async throws {
        let book = try BookFolder()
        defer { try? book.remove() }
        let other = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        let serving = Task { try await other.run() }
        defer { serving.cancel() }
        try await other.waitUntilListening()
        guard case .ip4(_, let port) = await other.listeningAddress else {
            Issue.record("no port")
            return
        }
        let failure = Failure.unservable(address: "http://127.0.0.1:\(port)/", reason: "Address already in use")
        await #expect(throws: failure) {
            try await Preview(of: book.weaving, port: port) { Issue.record("says: \($0)") }.run()
        }
    }
}
