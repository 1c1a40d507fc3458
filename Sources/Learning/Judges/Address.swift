/// Where a judge listens: `http://HOST[:PORT]/PATH`, with localhost or numbers for the host.
///
/// Names of other hosts would need the system's libraries for looking them up, and https those of a cipher; a program that is one
/// file has neither. A server on this machine is asked directly, and another one by a command.
struct Address: Hashable, Sendable {
    /// `127.0.0.1` or `::1`, as the system reads it.
    let host: String
    let port: UInt16
    /// With a slash first.
    let path: String
    /// As it was given.
    let text: String

    init(_ text: String) throws(JudgeError) {
        let scheme = "http://"
        guard text.hasPrefix(scheme) else { throw .address(text) }
        let rest = text.dropFirst(scheme.count)
        let place = rest.prefix { $0 != "/" }
        guard place.allSatisfy({ $0.isASCII && !$0.isWhitespace }), !rest.contains(where: { $0.isWhitespace }) else {
            throw .address(text)
        }
        path = String(rest.dropFirst(place.count))
        self.text = text
        var host = String(place)
        var port = "80"
        if place.first == "[" {
            guard let end = place.firstIndex(of: "]") else { throw .address(text) }
            host = String(place[place.index(after: place.startIndex)..<end])
            let after = place[place.index(after: end)...]
            guard after.isEmpty || after.first == ":" else { throw .address(text) }
            if !after.isEmpty { port = String(after.dropFirst()) }
        } else if let colon = place.lastIndex(of: ":") {
            host = String(place[..<colon])
            port = String(place[place.index(after: colon)...])
        }
        guard let number = UInt16(port), number > 0 else { throw .address(text) }
        self.port = number
        self.host = host == "localhost" ? "127.0.0.1" : host
        guard SocketAddress(self.host, port: number) != nil else { throw .address(text) }
    }
}
