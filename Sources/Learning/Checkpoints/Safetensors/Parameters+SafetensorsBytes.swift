import Autodiff

extension Parameters {
    /// Hands over the bytes of a safetensors file, tensor by tensor: no second copy of the numbers is ever in memory.
    ///
    /// - Parameters:
    ///   - note: the header's free text.
    ///   - name: what a parameter is called there.
    ///   - isTurned: whether the file has a tensor's rows and columns exchanged.
    ///   - take: called with the bytes, in their order.
    func safetensors<Failure: Error>(
        note: [String: String] = [:], named name: (Parameter) -> String = \.name,
        turning isTurned: (Parameter) -> Bool = { _ in false },
        to take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var header = SafetensorsHeader()
        for parameter in all {
            let lengths = parameter.shape.lengths
            header.add(name(parameter), shape: isTurned(parameter) ? lengths.reversed() : lengths)
        }
        try lend(Array(header.bytes(note: note)), to: take)
        for parameter in all {
            let numbers = UnsafeBufferPointer(start: floats + parameter.offset, count: parameter.shape.count)
            if isTurned(parameter) {
                try lend(littleEndian(turned(parameter)), to: take)
            } else {
                #if _endian(little)
                try take(UnsafeRawBufferPointer(numbers))
                #else
                try lend(littleEndian(Array(numbers)), to: take)
                #endif
            }
        }
    }
}

/// The same numbers, their lowest byte first in memory. (A key path in place of the closure is walked anew
/// for each number: nine tenths of the time that a checkpoint of SmolLM2 took.)
private func littleEndian(_ numbers: [Float]) -> [UInt32] { numbers.map { $0.bitPattern.littleEndian } }

/// Calls `body` with the bytes of an array, and throws what it throws.
private func lend<Failure: Error>(
    _ array: [some BitwiseCopyable], to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
) throws(Failure) {
    let result = array.withUnsafeBytes { bytes in Result { () throws(Failure) in try body(bytes) } }
    try result.get()
}
