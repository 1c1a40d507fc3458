/// How the ranks of a job reach each other: processes numbered from 0, each of which runs the same program.
public protocol Channel: Sendable {
    /// The number of this process.
    var rank: Int { get }
    /// How many there are.
    var size: Int { get }

    /// Sends bytes to another rank, and waits until they are on their way.
    func send(_ bytes: UnsafeRawBufferPointer, to other: Int)

    /// Waits for bytes of another rank; both know how many there are.
    func receive(_ bytes: UnsafeMutableRawBufferPointer, from other: Int)
}

extension Channel {
    /// Sends bytes of which the other does not know how many there are.
    func send(_ bytes: [UInt8], to other: Int) {
        withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { send($0, to: other) }
        bytes.withUnsafeBytes { send($0, to: other) }
    }

    /// Waits for such bytes.
    func receive(from other: Int) -> [UInt8] {
        var count: UInt64 = 0
        withUnsafeMutableBytes(of: &count) { receive($0, from: other) }
        var bytes = [UInt8](repeating: 0, count: Int(UInt64(littleEndian: count)))
        bytes.withUnsafeMutableBytes { receive($0, from: other) }
        return bytes
    }
}
