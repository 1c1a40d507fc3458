public import Foundation

/// The code of a book's chapters as a Swift package of plain executables, one for each chapter, which builds and runs
/// without weave.
public struct TangledPackage: Hashable, Sendable {
    /// The text of each file by its path.
    let files: [String: String]

    /// Tangles the chapters of a book.
    ///
    /// - Parameter package: the folder of the package whose library the cells use.
    public init(of book: Book, package: URL) {
        let chapters = book.chapters.filter { !$0.runningCode.isEmpty }
        var files: [String: String] = [:]
        let names = Self.targets(of: chapters)
        for (chapter, name) in zip(chapters, names) {
            files["Sources/\(name)/main.swift"] =
                TangledChapter(of: chapter, modules: book.modules(of: chapter)).text
        }
        let targets = names.map { name in
            """
                    .executableTarget(
                        name: "\(name)",
                        dependencies: [.product(name: "\(book.settings.product)", package: "\(package.lastPathComponent)")],
                        // Mode 6 refuses functions that touch variables of earlier cells.
                        swiftSettings: [.swiftLanguageMode(.v5)],
                        // Linux keeps sqrt in a library of its own.
                        linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
                    ),

            """
        }
        files["Package.swift"] = """
            // swift-tools-version: 6.2
            // Made by `weave tangle`. Run a chapter with `swift run -c release NAME`.
            import PackageDescription

            let package = Package(
                name: "tangled",
                platforms: [.macOS(.v15)],
                dependencies: [.package(path: "\(package.path)")],
                targets: [
            \(targets.joined())    ]
            )

            """
        self.files = files
    }

    /// The names of the executables, in no particular order.
    public var executables: [String] {
        files.keys.filter { $0.hasSuffix("main.swift") }.map {
            $0.split(separator: "/").dropFirst().first.map(String.init)!
        }
    }

    /// Writes the package; its files replace those of an earlier tangle.
    public func write(to folder: URL) throws {
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// A name for each chapter, no two the same whatever case a file system thinks of: those in other scripts have numbers.
    private static func targets(of chapters: [Chapter]) -> [String] {
        var taken: Set<String> = []
        return chapters.map { chapter in
            let name = target(of: chapter)
            var unique = name
            var number = 1
            while unique == "Chapter" || !taken.insert(unique.lowercased()).inserted {
                unique = name + "\(name.last!.isNumber ? "_" : "")\(number)"
                number += 1
            }
            return unique
        }
    }

    /// `01-the-model` becomes `Chapter01TheModel`.
    private static func target(of chapter: Chapter) -> String {
        let words = chapter.stem.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return "Chapter" + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
