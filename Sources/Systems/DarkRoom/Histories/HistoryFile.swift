import EventFiles

/// A file of histories, of which only the index is in memory: where each block is, and whose episodes it holds.
///
/// Opening it reads it once, block by block, and checks every checksum.
public struct HistoryFile: Sendable {
    struct Entry: Hashable, Sendable {
        let byte, length: Int
        let facts: HistoryBlock.Facts
    }

    let head: HistoryHead
    private(set) var index: [Entry] = []
    /// How many bytes belong to whole blocks.
    private(set) var wholeLength: Int
    private let file: PlainFile
    let path: String

    /// The room of the histories.
    public var room: Room { head.room }
    /// The goal of each agent.
    public var goals: [Goal] { head.goals }
    /// How many steps there are.
    public var stepCount: Int { index.reduce(0) { $0 + $1.facts.steps } }
    /// How many blocks there are.
    public var blockCount: Int { index.count }
    /// How many bytes at the end belong to a block that was not written whole.
    public let cutOffBytes: Int

    /// Opens a file. A last block that is cut off, or was not written whole, is left out; damage anywhere else is an error.
    public init(_ path: String) throws(HistoryError) {
        self.path = path
        file = try PlainFile(reading: path)
        let length = try file.length()
        guard HistoryHead.isSignature(try file.bytes(at: 0, count: HistoryHead.framePlace)),
            let payload = try Self.payload(of: file, at: HistoryHead.framePlace, length: length),
            let head = HistoryHead(payload: payload)
        else { throw .foreign(path: path) }
        self.head = head
        wholeLength = HistoryHead.framePlace + HistoryBlock.headLength + payload.count
        while wholeLength < length {
            guard let payload = try Self.payload(of: file, at: wholeLength, length: length),
                let entry = Entry(payload, at: wholeLength, in: head)
            else {
                // The bytes of a block that was being written may stand there in part, or not yet.
                guard try Self.isLast(wholeLength, in: file, length: length) else {
                    throw .damaged(path: path, byte: wholeLength)
                }
                break
            }
            index.append(entry)
            wholeLength += HistoryBlock.headLength + payload.count
        }
        cutOffBytes = length - wholeLength
    }

    /// A block, by its place in the file.
    public func block(_ place: Int) throws(HistoryError) -> HistoryBlock {
        let entry = index[place]
        guard let payload = try Self.payload(of: file, at: entry.byte, length: entry.byte + entry.length) else {
            throw .damaged(path: path, byte: entry.byte)
        }
        return HistoryBlock(payload: payload, in: room)
    }

    /// The blocks of an agent's room, in the order of their episodes.
    public func blocks(agent: Int, room: Int) -> [Int] {
        index.indices.filter { index[$0].facts.agent == agent && index[$0].facts.room == room }
    }

    /// The payload at a place; nil if the file ends before it does or a checksum is another.
    private static func payload(of file: PlainFile, at place: Int, length: Int) throws(HistoryError) -> [UInt8]? {
        let head = try file.bytes(at: place, count: HistoryBlock.headLength)
        guard let count = payloadLength(head), place + HistoryBlock.headLength + count <= length else { return nil }
        let payload = try file.bytes(at: place + HistoryBlock.headLength, count: count)
        guard payload.count == count, Int(CRC32C.checksum(of: payload)) == integer(head[8..<12]) else { return nil }
        return payload
    }

    /// The length in a block's head; nil if the head is not whole, or not what was written.
    private static func payloadLength(_ head: [UInt8]) -> Int? {
        guard head.count == HistoryBlock.headLength,
            Int(CRC32C.checksum(of: head[0..<4])) == integer(head[4..<8])
        else { return nil }
        return integer(head[0..<4])
    }

    /// Whether what stands at a place can be the beginning of a block whose writing was interrupted: it reaches to the end
    /// of the file, or is still empty.
    private static func isLast(_ place: Int, in file: PlainFile, length: Int) throws(HistoryError) -> Bool {
        let head = try file.bytes(at: place, count: HistoryBlock.headLength)
        guard let count = payloadLength(head) else {
            return head.count < HistoryBlock.headLength || head.allSatisfy { $0 == 0 }
        }
        return place + HistoryBlock.headLength + count >= length
    }
}

extension HistoryFile.Entry {
    /// Nil if the payload does not have the length that its facts ask for.
    fileprivate init?(_ payload: [UInt8], at byte: Int, in head: HistoryHead) {
        guard payload.count >= HistoryBlock.factsLength else { return nil }
        let facts = HistoryBlock.Facts(payload[...])
        guard payload.count == HistoryBlock.factsLength + facts.steps * ColumnWidths(of: head.room).step,
            facts.agent < head.goals.count
        else { return nil }
        self.init(byte: byte, length: HistoryBlock.headLength + payload.count, facts: facts)
    }
}
