import TestSupport

extension Snapshot {
    /// The committed picture or text of this name.
    static func figure(_ name: String) -> Snapshot { Snapshot("Tests/Showing/FiguresTests/Snapshots/\(name)") }
}
