import LiterateResources

/// The files in `Resources`: style sheets and scripts, which an editor knows as such.
enum Resource {
    /// The text of a file, which must be there.
    static func text(_ name: String) -> String {
        var size = 0
        guard let bytes = literate_resource(name, &size) else { preconditionFailure("there is no file \(name)") }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: size) {
            String(decoding: UnsafeBufferPointer(start: $0, count: size), as: UTF8.self)
        }
    }
}
