import Autodiff

/// A token table that is the head too, with rows and columns exchanged: what is read for every token that is chosen, is put in the
/// order of reading once.
struct TurnedHead: Sendable {
    /// features × vocabulary, rows filled up to a whole number of 16.
    private let table: Storage
    private let features: Int
    private let vocabulary: Int

    /// Nil if the head is a map of its own, which lies in that order.
    init?(of decoder: Decoder, with parameters: Parameters) {
        guard decoder.ownHead == nil, let tokens = decoder.tokens else { return nil }
        (features, vocabulary) = (decoder.settings.features, decoder.settings.vocabulary)
        table = Storage(count: features * Self.rowLength(vocabulary))
        parameters.withFloats(of: tokens) { [table, features, vocabulary] numbers in
            guard let start = numbers.baseAddress else { return }
            Kernels.widest.transpose(
                Matrix(start, rows: vocabulary, columns: features), into: table.floats,
                rowStride: Self.rowLength(vocabulary))
        }
    }

    private static func rowLength(_ vocabulary: Int) -> Int { (vocabulary + 15) / 16 * 16 }

    /// The logits of what follows every row, with the bits of ``Decoder/logits(_:on:)``.
    func logits(_ hidden: Variable, on tape: Tape) -> Storage {
        let (x, rows) = (tape.node(of: hidden).values, hidden.shape.rows)
        let logits = Storage(count: rows * vocabulary)
        tape.kernels.multiply(
            Matrix(x.floats, rows: rows, columns: features),
            Matrix(table.floats, rows: features, columns: vocabulary, rowStride: Self.rowLength(vocabulary)),
            into: MutableMatrix(logits.floats, rows: rows, columns: vocabulary))
        return logits
    }
}
