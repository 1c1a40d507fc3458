#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
#if canImport(System)
import System
#else
import SystemPackage
#endif

/// Whether a person sees the standard error stream.
let errorsGoToTerminal = isatty(FileDescriptor.standardError.rawValue) == 1

/// Text on the standard error stream. If even that is gone, there is nobody to tell.
func writeError(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
}

/// A line on the standard error stream.
func printError(_ message: String) {
    writeError(message + "\n")
}
