/// A value of a GGUF file's metadata.
public enum GGUFValue: Hashable, Sendable {
    /// Whole numbers of any width, with or without a sign.
    case integer(Int64)
    /// A whole number above what `Int64` holds.
    case large(UInt64)
    /// Numbers of 32 and 64 bits.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// UTF-8 text.
    case text(String)
    /// Values of one kind.
    case list([GGUFValue])
}

/// The types of the format, by their numbers in a file.
enum GGUFKind: UInt32 {
    case uint8, int8, uint16, int16, uint32, int32, float32, bool, string, array, uint64, int64, float64

    /// The fewest bytes that a value of this kind takes, for bounding counts before anything is allocated.
    var leastSize: Int {
        switch self {
        case .uint8, .int8, .bool: 1
        case .uint16, .int16: 2
        case .uint32, .int32, .float32: 4
        case .string, .uint64, .int64, .float64: 8
        case .array: 12
        }
    }
}
