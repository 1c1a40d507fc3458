/// Numbers on their way to TensorBoard: the bytes of an event file, record by record.
///
/// An event file is a series of records (length, its checksum, an `Event` of TensorFlow's event.proto, its checksum), of which
/// the first names the version. TensorBoard shows every file of a folder whose name holds `tfevents`.
///
/// ```swift
/// var bytes = EventRecord.version.bytes
/// bytes += EventRecord(scalars: [("loss", 0.5)], step: 1).bytes
/// ```
public struct EventRecord: Hashable, Sendable {
    /// The record, its length and checksums included.
    public let bytes: [UInt8]

    /// The record with which every event file begins.
    public static let version = EventRecord(time: 0, step: 0) { $0.append(field: 3, "brain.Event:2") }

    /// Numbers of one step under their tags; a slash in a tag groups charts.
    ///
    /// - Parameter time: when it happened, in seconds since 1970. 0, the same for all, keeps files equal from run to run;
    ///   TensorBoard then draws over steps.
    public init(scalars: [(tag: String, value: Double)], step: Int, time: Double = 0) {
        self.init(time: time, step: step) { event in
            var summary = Message()
            for scalar in scalars {
                var value = Message()
                value.append(field: 1, scalar.tag)
                value.append(field: 2, Float(scalar.value))
                summary.append(field: 1, value)
            }
            event.append(field: 5, summary)
        }
    }

    private init(time: Double, step: Int, _ fill: (inout Message) -> Void) {
        var event = Message()
        // Fields that are 0 are left out.
        if time != 0 { event.append(field: 1, time) }
        if step != 0 { event.append(field: 2, step) }
        fill(&event)
        let length = littleEndian(UInt64(event.bytes.count))
        bytes =
            length + littleEndian(CRC32C.masked(CRC32C.checksum(of: length))) + event.bytes
            + littleEndian(CRC32C.masked(CRC32C.checksum(of: event.bytes)))
    }
}

/// A message of protocol buffers, field by field.
struct Message {
    private(set) var bytes: [UInt8] = []

    mutating func append(field: Int, _ value: Int) {
        appendVarint(UInt64(field << 3))
        appendVarint(UInt64(bitPattern: Int64(value)))
    }

    mutating func append(field: Int, _ value: Double) {
        appendVarint(UInt64(field << 3 | 1))
        bytes += littleEndian(value.bitPattern)
    }

    mutating func append(field: Int, _ value: Float) {
        appendVarint(UInt64(field << 3 | 5))
        bytes += littleEndian(value.bitPattern)
    }

    mutating func append(field: Int, _ value: String) {
        append(field: field, contents: Array(value.utf8))
    }

    mutating func append(field: Int, _ value: Message) {
        append(field: field, contents: value.bytes)
    }

    private mutating func append(field: Int, contents: [UInt8]) {
        appendVarint(UInt64(field << 3 | 2))
        appendVarint(UInt64(contents.count))
        bytes += contents
    }

    /// Seven bits a byte, the lowest first; all but the last byte have the top bit set.
    private mutating func appendVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// The bytes of an integer, the lowest first.
func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
