/// The marks of a figure, bottom layer first. `Row` is the row type of the first mark that has data.
public struct Marks<Row> {
    let list: [MarkData]
}

/// Collects the marks of a ``Figure``.
@resultBuilder
public enum MarkBuilder {
    /// The first mark.
    public static func buildPartialBlock<M: Mark>(first: M) -> Marks<M.Row> { Marks(list: [first.data]) }

    /// One more mark, whatever its rows.
    public static func buildPartialBlock<Row>(accumulated: Marks<Row>, next: some Mark) -> Marks<Row> {
        Marks(list: accumulated.list + [next.data])
    }

    /// The first mark with data after marks without.
    public static func buildPartialBlock<M: Mark>(accumulated: Marks<Never>, next: M) -> Marks<M.Row> {
        Marks(list: accumulated.list + [next.data])
    }
}
