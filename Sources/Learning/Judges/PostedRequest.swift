#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One request that carries JSON and its answer: HTTP/1.0, so that an answer is whole when the connection ends (RFC 1945).
struct PostedRequest: Sendable {
    let address: Address
    let body: [UInt8]

    /// No answer of a judge is longer, in bytes.
    private static let longest = 1 << 24

    /// The answer's status and content.
    func answer(seconds: Double) throws(JudgeError) -> (code: Int, content: [UInt8]) {
        let deadline = Deadline(in: seconds)
        let descriptor = try connect(until: deadline, seconds)
        defer { close(descriptor) }
        try send(descriptor, until: deadline, seconds)
        return try parse(try receive(descriptor, until: deadline, seconds))
    }

    private func unreachable(_ reason: String = systemsWords()) -> JudgeError {
        .unreachable(judge: address.text, reason: reason)
    }

    private func late(_ seconds: Double) -> JudgeError { .timeout(judge: address.text, seconds: seconds) }

    private func connect(until deadline: Deadline, _ seconds: Double) throws(JudgeError) -> Int32 {
        guard let place = SocketAddress(address.host, port: address.port) else { throw .address(address.text) }
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        let descriptor = socket(place.family, kind, 0)
        guard descriptor >= 0 else { throw unreachable() }
        makeNonblocking(descriptor)
        let code = place.withPointer { system_connect(descriptor, $0, $1) }
        if code != 0, errno != EINPROGRESS {
            let refusal = unreachable()
            close(descriptor)
            throw refusal
        }
        guard deadline.wait(for: descriptor, Int(POLLOUT)) else {
            close(descriptor)
            throw late(seconds)
        }
        var (error, length): (Int32, socklen_t) = (0, socklen_t(MemoryLayout<Int32>.size))
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length)
        guard error == 0 else {
            close(descriptor)
            throw unreachable(String(cString: strerror(error)))
        }
        return descriptor
    }

    private func send(_ descriptor: Int32, until deadline: Deadline, _ seconds: Double) throws(JudgeError) {
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        let head = """
            POST \(address.path) HTTP/1.0\r
            Host: \(host):\(address.port)\r
            Content-Type: application/json\r
            Content-Length: \(body.count)\r
            Connection: close\r
            \r

            """
        var rest = (Array(head.utf8) + body)[...]
        while !rest.isEmpty {
            guard deadline.wait(for: descriptor, Int(POLLOUT)) else { throw late(seconds) }
            let count = rest.withUnsafeBytes { sendQuietly(descriptor, $0) }
            guard count >= 0 else {
                guard errno == EAGAIN || errno == EINTR else { throw unreachable() }
                continue
            }
            rest = rest.dropFirst(count)
        }
    }

    private func receive(
        _ descriptor: Int32, until deadline: Deadline, _ seconds: Double
    ) throws(JudgeError) -> [UInt8] {
        var (bytes, room): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
        while true {
            guard deadline.wait(for: descriptor, Int(POLLIN)) else { throw late(seconds) }
            let count = read(descriptor, &room, room.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                guard errno == EAGAIN || errno == EINTR else { throw unreachable() }
                continue
            }
            bytes += room[..<count]
            guard bytes.count <= Self.longest else {
                throw .malformed(address: address.text, reason: "it is longer than \(Self.longest) bytes")
            }
        }
    }

    /// The status and what follows the head; what was cut off is an error.
    private func parse(_ bytes: [UInt8]) throws(JudgeError) -> (code: Int, content: [UInt8]) {
        func malformed(_ reason: String) -> JudgeError { .malformed(address: address.text, reason: reason) }
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw malformed("it has no head of HTTP") }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let status = lines.first?.split(separator: " ") ?? []
        guard status.count >= 2, status[0].hasPrefix("HTTP/1."), let code = Int(status[1]) else {
            throw malformed("it has no status of HTTP")
        }
        var content = Array(bytes[end.upperBound...])
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
            guard let length = Int(String(parts[1]).trimmed), 0...content.count ~= length else {
                throw malformed("it was cut off")
            }
            content = Array(content.prefix(length))
        }
        return (code, content)
    }
}
