import Testing

/// The folders of a module have an order, and each uses only those before it.
struct RoomTests {
    @Test(arguments: try modules())
    func `no circle goes through the folders of a module`(module: String) throws {
        let circles = Rooms(try SourceFile.all(in: "Sources/\(module)")).circles
        #expect(circles.isEmpty, "\(module): \(circles.joined(separator: "; "))")
    }
}
