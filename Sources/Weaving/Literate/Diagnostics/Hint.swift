import Scanning

/// `; did you mean 'x'?` if one of the known names is close enough.
func hint(for word: String, among known: [String]) -> String {
    suggestion(for: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
}
