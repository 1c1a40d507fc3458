public import Autodiff

#if canImport(FoundationEssentials)
import FoundationEssentials
import Glibc
#else
import Foundation
#endif

extension Parameters {
    /// All parameters as the bytes of a safetensors file, 32-bit floats under their names.
    public func safetensors() -> [UInt8] {
        Safetensors.bytes(of: all.map { ($0.name, self[$0]) })
    }

    /// Takes every parameter's numbers from the bytes of a safetensors file that holds exactly these parameters.
    ///
    /// After an error, the parameters are unchanged.
    public mutating func restore(safetensors bytes: [UInt8]) throws(SafetensorsError) {
        let file = try Safetensors(reading: bytes)
        var restored = self
        for parameter in all {
            guard let tensor = try file.floats(of: parameter.name) else { throw .missing(tensor: parameter.name) }
            guard tensor.shape == parameter.shape else {
                throw .shape(tensor: parameter.name, file: tensor.shape, model: parameter.shape)
            }
            restored[parameter] = tensor
        }
        let known = Set(all.map(\.name))
        if let unknown = file.entries.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknown(tensor: unknown)
        }
        self = restored
    }

    /// Writes a safetensors file, whole or not at all.
    public func write(safetensors path: String) throws(SafetensorsError) {
        do {
            try Data(safetensors()).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .file(path: path, reason: reason(of: error))
        }
    }

    /// Takes every parameter's numbers from a safetensors file that holds exactly these parameters.
    public mutating func restore(safetensors path: String) throws(SafetensorsError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .file(path: path, reason: reason(of: error))
        }
        try restore(safetensors: [UInt8](data))
    }
}

/// The system's words for what happened to a file.
private func reason(of error: any Error) -> String {
    let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code
    return code.map { String(cString: strerror($0.rawValue)) } ?? "\(error)"
}
