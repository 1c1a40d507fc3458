import Foundation

extension Error {
    /// The system's words, without the name of the file, which the diagnostic has anyway.
    var reason: String {
        let error = self as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? any Error
        if let code = (underlying as? POSIXError)?.code ?? (self as? POSIXError)?.code {
            return String(cString: strerror(code.rawValue))
        }
        if let underlying = underlying as NSError? {
            let isPOSIX = underlying.domain == NSPOSIXErrorDomain
            return isPOSIX ? String(cString: strerror(Int32(underlying.code))) : underlying.localizedDescription
        }
        // Foundation on Linux does not always say what lies under it.
        let isFull = (self as? CocoaError)?.code == .fileWriteOutOfSpace
        return isFull ? String(cString: strerror(ENOSPC)) : error.localizedDescription
    }
}
