import Foundation

/// The files that hold what a cell printed.
struct CellOutput {
    let folder: URL
    let cell: Int

    /// The bytes in both files.
    var size: Int {
        files.reduce(0) { sum, file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }

    /// What it printed, errors after output. A file that does not exist holds nothing.
    var text: String {
        files.map { String(decoding: (try? Data(contentsOf: $0)) ?? Data(), as: UTF8.self) }.joined()
    }

    /// What it printed to standard error.
    var errors: String {
        String(decoding: (try? Data(contentsOf: files[1])) ?? Data(), as: UTF8.self)
    }

    private var files: [URL] { ["out", "err"].map { folder.appendingPathComponent("\(cell).\($0)") } }
}
