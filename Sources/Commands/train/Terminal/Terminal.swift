#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whether a person sees the standard error stream.
let errorsGoToTerminal = isatty(STDERR_FILENO) == 1

/// Text on the standard error stream. If even that is gone, there is nobody to tell.
func writeError(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        rest = rest.dropFirst(written)
    }
}

/// A line on the standard error stream.
func printError(_ message: String) {
    writeError(message + "\n")
}

/// Text on the standard output that is seen at once, also by another program.
func printAtOnce(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
}
