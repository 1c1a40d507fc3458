/// How a tensor's numbers are stored: plain, or in blocks of 32 that share a scale.
public enum GGUFNumbers: UInt32, Hashable, Sendable {
    /// Single precision.
    case f32 = 0
    /// Half precision.
    case f16 = 1
    /// Blocks of a half-precision scale d and 32 signed 4-bit q: w = d · (q - 8).
    case q4_0 = 2
    /// Blocks of half-precision d and m and 32 4-bit q: w = d · q + m.
    case q4_1 = 3
    /// Blocks of a half-precision scale d and 32 signed bytes q: w = d · q.
    case q8_0 = 8
    /// The upper half of single precision.
    case bf16 = 30

    /// How many numbers a block has.
    public var blockLength: Int {
        switch self {
        case .f32, .f16, .bf16: 1
        case .q4_0, .q4_1, .q8_0: 32
        }
    }

    /// How many bytes a block takes.
    public var blockSize: Int {
        switch self {
        case .f32: 4
        case .f16, .bf16: 2
        case .q4_0: 18
        case .q4_1: 20
        case .q8_0: 34
        }
    }

    /// Writes the numbers that `bytes` hold; both lengths fit.
    func read(_ bytes: UnsafeRawBufferPointer, into floats: UnsafeMutableBufferPointer<Float>) {
        func bits(_ offset: Int) -> UInt16 {
            UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
        }
        func half(_ offset: Int) -> Float { Float(halfBits: bits(offset)) }
        switch self {
        case .f32:
            for i in floats.indices {
                floats[i] = Float(
                    bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)))
            }
        case .f16: for i in floats.indices { floats[i] = half(2 * i) }
        case .bf16: for i in floats.indices { floats[i] = Float(bitPattern: UInt32(bits(2 * i)) << 16) }
        case .q8_0:
            for block in 0..<floats.count / 32 {
                let scale = half(34 * block)
                for i in 0..<32 {
                    floats[32 * block + i] = scale * Float(Int8(bitPattern: bytes[34 * block + 2 + i]))
                }
            }
        case .q4_0, .q4_1:
            let size = blockSize
            for block in 0..<floats.count / 32 {
                let start = size * block
                let scale = half(start)
                let (shift, least) = self == .q4_0 ? (Float(8), Float(0)) : (0, half(start + 2))
                // The low halves of the bytes are the first sixteen numbers, the high halves the others.
                for i in 0..<16 {
                    let byte = bytes[start + size - 16 + i]
                    floats[32 * block + i] = scale * (Float(byte & 15) - shift) + least
                    floats[32 * block + 16 + i] = scale * (Float(byte >> 4) - shift) + least
                }
            }
        }
    }
}

extension Float {
    /// The number of IEEE 754's half precision with these bits, exactly; not `Float16`, which Intel's Macs lack.
    init(halfBits bits: UInt16) {
        let sign = UInt32(bits & 0x8000) << 16
        let exponent = UInt32(bits >> 10) & 31
        let fraction = UInt32(bits & 0x3FF)
        switch exponent {
        case 0:
            // Below the normal numbers: fraction · 2⁻²⁴.
            let value = Float(fraction) * 0x1p-24
            self = sign == 0 ? value : -value
        case 31: self = Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default: self = Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
