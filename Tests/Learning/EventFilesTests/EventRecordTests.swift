import EventFiles
import Foundation
import Testing

struct EventRecordTests {
    @Test func `the bytes are those that TensorBoard's own writer makes`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "scalars", withExtension: "tfevents", subdirectory: "Fixtures"))
        var bytes = EventRecord.version.bytes
        for step in 0..<3 {
            let scalars = [("train/loss", 0.5 / Double(step + 1)), ("return", -3e9 * Double(step))]
            bytes += EventRecord(scalars: scalars, step: step * 1000, time: 1.5).bytes
        }
        #expect(bytes == [UInt8](try Data(contentsOf: url)))
    }

    @Test func `a step beyond 2³¹ and a tag beyond ASCII have their places`() {
        let record = EventRecord(scalars: [("Güte", 1)], step: 1 << 40)
        let step: [UInt8] = [0x10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]
        let value: [UInt8] = [0x2a, 0x0e, 0x0a, 0x0c, 0x0a, 0x05] + Array("Güte".utf8) + [0x15, 0, 0, 0x80, 0x3f]
        #expect(Array(record.bytes[12..<record.bytes.count - 4]) == step + value)
    }
}
