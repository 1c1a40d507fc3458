public import Autodiff

#if canImport(Glibc)
import Glibc
#endif

extension Parameters {
    /// All parameters as the bytes of a safetensors file, 32-bit floats under their names.
    public func safetensors() -> [UInt8] {
        var bytes: [UInt8] = []
        safetensors { bytes += $0 }
        return bytes
    }

    /// Takes every parameter's numbers from the bytes of a safetensors file that holds exactly these parameters.
    ///
    /// After an error, the parameters are unchanged.
    public mutating func restore(safetensors bytes: [UInt8]) throws(SafetensorsError) {
        try restore(Safetensors(Data(bytes)))
    }

    /// Writes a safetensors file, whole or not at all.
    public func write(safetensors path: String) throws(SafetensorsError) {
        let file = try WholeFile(path: path)
        try safetensors(to: file.write)
        try file.finish()
    }

    /// Takes every parameter's numbers from a safetensors file that holds exactly these parameters.
    public mutating func restore(safetensors path: String) throws(SafetensorsError) {
        let file = try Safetensors(reading: URL(filePath: path))
        try SafetensorsError.naming(path) { () throws(SafetensorsError) in try restore(file) }
    }

    private mutating func restore(_ file: Safetensors) throws(SafetensorsError) {
        for parameter in all {
            guard let (_, shape) = try file.layout(of: parameter.name) else { throw .missing(tensor: parameter.name) }
            guard shape == parameter.shape else {
                throw .shape(tensor: parameter.name, file: shape, model: parameter.shape)
            }
        }
        let known = Set(all.map(\.name))
        if let unknown = file.tensorNames.first(where: { !known.contains($0) }) { throw .unknown(tensor: unknown) }
        for parameter in all {
            guard let (numbers, _) = try file.layout(of: parameter.name) else { continue }
            withChangeableFloats(of: parameter) { file.read(parameter.name, numbers, from: 0, into: $0) }
        }
    }
}

/// The system's words for what happened to a file.
func systemReason(of error: any Error) -> String {
    let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code
    return code.map { String(cString: strerror($0.rawValue)) } ?? "\(error)"
}
