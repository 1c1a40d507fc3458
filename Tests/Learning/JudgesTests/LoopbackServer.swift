import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A server on this machine that answers each request with what a closure says.
final class LoopbackServer: Sendable {
    /// What is answered, as it goes over the line; nil to close without a word.
    typealias Answer = @Sendable (_ request: String, _ number: Int) -> String?

    let port: UInt16
    private let descriptor: Int32
    private let counts = Mutex((requests: 0, open: 0, most: 0))

    /// How many requests there were at the same time at most, and in all.
    var most: Int { counts.withLock { $0.most } }
    var requests: Int { counts.withLock { $0.requests } }

    init(_ answer: @escaping Answer) throws {
        #if canImport(Glibc)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        (port, self.descriptor) = (UInt16(bigEndian: address.sin_port), descriptor)
        Thread.detachNewThread { [self] in serve(answer) }
    }

    deinit { close(descriptor) }

    /// No more connections are taken.
    func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private func serve(_ answer: @escaping Answer) {
        while true {
            let connection = accept(descriptor, nil, nil)
            guard connection >= 0 else { return }
            Thread.detachNewThread { [self] in
                let number = counts.withLock { counts in
                    counts.requests += 1
                    counts.open += 1
                    counts.most = max(counts.most, counts.open)
                    return counts.requests
                }
                let text = answer(Self.request(on: connection), number)
                counts.withLock { $0.open -= 1 }
                var rest = Array((text ?? "").utf8)[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
                    guard count > 0 else { break }
                    rest = rest.dropFirst(count)
                }
                close(connection)
            }
        }
    }

    /// Head and content.
    private static func request(on connection: Int32) -> String {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 4096)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n"), let start = text.range(of: "Content-Length: ") {
                let length = Int(text[start.upperBound...].prefix { $0.isNumber }) ?? 0
                if text[end.upperBound...].utf8.count >= length { return text }
            }
            let count = read(connection, &room, room.count)
            guard count > 0 else { return text }
            bytes += room[..<count]
        }
    }

    /// An answer of OpenAI's kind.
    static func completion(_ content: String) -> String {
        let json = #"{"choices":[{"message":{"role":"assistant","content":"\#(content)"}}]}"#
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)"
    }
}
