public import Foundation

/// A small package with a library and a book that uses it, for an author who starts.
public struct NewBook: Hashable, Sendable {
    /// The name of the package's library and its module.
    public let module: String
    /// The name as the author gave it, which is the book's title.
    let title: String
    let weave: String

    /// A book in a folder called `name`.
    ///
    /// - Parameter weave: the folder of weave's own package, or the address of its repository.
    public init(named name: String, weave: String) {
        // A module's name has plain letters only: those with accents lose them.
        let plain = name.folding(options: .diacriticInsensitive, locale: nil)
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        // A module's name can not start with a digit.
        let module = joined.first?.isLetter ?? false ? joined : "Book" + joined
        self.module = Self.takenNames.contains(module.lowercased()) ? "My" + module : module
        self.weave = weave
        title = words.isEmpty || name == plain ? self.module : name
    }

    /// The names, in lower case, that another module can not have beside weave's: those of weave's modules, what its
    /// products called `…Runtime` start with, and those of the modules that every program on some system may import.
    static let takenNames: Set<String> = [
        "advantages", "autodiff", "ccmark", "chatmodels", "checkpoints", "ckernels", "cmpi", "darkroom",
        "deterministicmath",
        "distillation",
        "eventfiles", "exhibits", "figures", "grpo", "language", "literate", "literateresources", "markdown", "mathml",
        "judges", "onenumber", "ranks",
        "preview", "records", "runfigures", "scanning", "sixwords", "sweeps", "testsupport", "tokenizers", "train",
        "trajectories",
        "transformers", "weave", "book", "swift",
        "foundation", "dispatch", "synchronization", "testing", "xctest", "glibc", "darwin",
    ]

    /// Writes the package.
    ///
    /// - Throws: ``Failure/notEmpty(path:)`` if the folder has anything in it.
    public func write(to folder: URL) throws {
        let manager = FileManager.default
        if let names = try? manager.contentsOfDirectory(atPath: folder.path), !names.isEmpty {
            throw Failure.notEmpty(path: folder.path)
        }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// The text of each file by its path.
    var files: [String: String] {
        [
            "Package.swift": manifest, "chapters/book.yml": settings, "chapters/index.md": preface,
            "chapters/01-first.md": chapter, "Sources/\(module)/Dice.swift": library, ".gitignore": ".build\n",
            "README.md": readme, ".github/workflows/pages.yml": workflow,
        ]
    }

    private var dependency: String {
        weave.contains("://")
            ? ".package(url: \"\(weave)\", branch: \"main\")" : ".package(name: \"weave\", path: \"\(weave)\")"
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(module)",
            platforms: [.macOS(.v15)],
            products: [
                // What the cells import, as one library that weave builds with optimisation on and links to every chapter.
                .library(name: "\(module)Runtime", type: .dynamic, targets: ["\(module)"]),
            ],
            dependencies: [
                \(dependency)
            ],
            targets: [
                .target(name: "\(module)", dependencies: [.product(name: "WeaveRuntime", package: "weave")]),
            ]
        )

        """
    }

    private var settings: String {
        """
        title: "\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
        product: \(module)Runtime
        modules: [Exhibits, Figures, \(module)]

        """
    }

    private var library: String {
        """
        /// A die that falls the same way each time: a seed decides its throws.
        public struct Die {
            private var state: UInt64

            public init(seed: UInt64) {
                state = seed
            }

            /// The next throw, 1 to 6.
            public mutating func roll() -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % 6 + 1
            }
        }

        """
    }

    private var preface: String {
        """
        # \(title)

        The numbers of this book are computed when it is woven. The first of them are in [A thousand throws](01-first.md).

        """
    }

    private var chapter: String {
        """
        # A thousand throws

        ```swift
        //| label: fig-mean
        //| fig-cap: Each throw moves the mean a little less.
        var die = Die(seed: 1)
        let rolls = (1...1000).map { _ in die.roll() }
        var sum = 0
        let means = rolls.enumerated().map { index, roll in
            sum += roll
            return (index + 1, Double(sum) / Double(index + 1))
        }
        show(
            Figure("The mean settles") {
                Line(means, x: \\.0, y: \\.1)
            }
            .x("Throws").y("Mean"))
        ```

        A die was thrown `{swift} rolls.count` times. The mean is `{swift} means[999].1.places(2)`, and @fig-mean shows how it got there.

        """
    }
}
