#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An address of the internet as the system's calls take it.
struct SocketAddress {
    private enum Kind {
        case four(sockaddr_in)
        case six(sockaddr_in6)
    }

    private let kind: Kind

    /// Nil unless the host is written in numbers.
    init?(_ host: String, port: UInt16) {
        var four = sockaddr_in()
        var six = sockaddr_in6()
        if inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            kind = .four(four)
        } else if inet_pton(AF_INET6, host, &six.sin6_addr) == 1 {
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            kind = .six(six)
        } else {
            return nil
        }
    }

    /// AF_INET or AF_INET6.
    var family: Int32 {
        switch kind {
        case .four: AF_INET
        case .six: AF_INET6
        }
    }

    /// Calls `body` with the address as bytes.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        func call<Address>(_ address: Address) -> Result {
            withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(MemoryLayout<Address>.size))
                }
            }
        }
        switch kind {
        case .four(let address): return call(address)
        case .six(let address): return call(address)
        }
    }
}
