extension Problem {
    /// The problem in words.
    public var message: String {
        switch self {
        case .unreadable(let reason): "can not be read: \(reason)"
        case .notUTF8: "is not UTF-8"
        case .noChapters: "has no chapter (a file that ends in .md)"
        case .duplicatePage(let page, let other): "would become the page \(page), as \(other) does"
        case .duplicateNumber(let number, let path):
            "the \(number.first!.isLetter ? "letter" : "number") \(number) is already at \(path)"
        case .incompletePart(let key): "the part has no '\(key)'"
        case .chapterInTwoParts(let number, let first, let second):
            first == second
                ? "chapter \(number) is twice in the part '\(first)'"
                : "chapter \(number) is in two parts, '\(first)' and '\(second)'"
        case .partWithoutChapter(let number, let part):
            "the part '\(part)' has a chapter \(number), and the book has none"
        case .chapterInNoPart(let number, let settings):
            "chapter \(number) is in no part of the book: \(settings) has parts"
        case .nestedTooDeeply: "quotations, lists or marks are nested too deeply"
        case .malformedFrontMatter(let reason): "the front matter is not YAML: \(reason)"
        case .malformedBookSettings(let reason): "the file is not YAML: \(reason)"
        case .unknownFrontMatterKey(let key, let known): "unknown key '\(key)'" + hint(for: key, among: known)
        case .unknownBookKey(let key, let known): "unknown key '\(key)'" + hint(for: key, among: known)
        case .foreignLanguage(let tag):
            "weave's own words on the pages stay English: it has none in the language '\(tag)'"
        case .wrongValue(let key, let value, let expected): "'\(key)' is \(expected), not '\(value)'"
        case .unknownOption(let key, let known): "unknown option '\(key)'" + hint(for: key, among: known)
        case .unknownCellKind(let word, let known):
            "unknown kind of cell '\(word)'" + hint(for: word, among: known)
        case .secondCellKind(let word, let first):
            "a cell is of one kind: '\(word)' means nothing behind '\(first)'"
        case .nearlySwift(let code, let expected): "this is only shown: \(code); \(expected)"
        case .malformedOption: "an option is written '//| key: value'"
        case .duplicateOption(let key, let first, let line):
            key == first
                ? "the option '\(key)' is already at line \(line)"
                : "a cell has one caption: '\(key)' comes after '\(first)' at line \(line)"
        case .strayOption(let key):
            "this is a comment: options are lines '//| \(key): …' at the top of the cell, with nothing before '//|'"
        case .unknownLabelKind(let label):
            "the label '\(label)' does not say what it labels: it must start with fig-, tbl-, eq-, sec- or lst-"
        case .duplicateLabel(let label, let path, let line): "the label '\(label)' is already at \(path):\(line)"
        case .unresolvedReference(let label, let known):
            "nothing has the label '\(label)'" + hint(for: label, among: known)
        case .saidWhileRemembering(let name):
            "the block of remember(\"\(name)\") printed, showed or claimed something, which would be missing the next time"
        case .rememberedDiffers(let name):
            "remember(\"\(name)\") computed something else earlier, and nothing that it may depend on has changed"
        case .keptDiffers(let name, let file):
            "two machines disagree on remember(\"\(name)\"): \(file) has another result than was computed here"
        case .keepsNothing: "'keep' keeps what a cell remembers, and this one calls no remember(…)"
        case .dataChanged(let files):
            "\(files.joined(separator: ", ")) changed while the chapter ran, so what it computed is not kept"
        case .ambiguousReference(let label, let candidates):
            "several headings have the label '\(label)': \(candidates.joined(separator: ", ")); "
                + "a heading that ends in {#sec-…} has one of its own"
        case .unknownCitation(let key, let file, let known):
            "\(file) has no entry '\(key)'" + hint(for: key, among: known)
        case .brokenCitation(let key, let file):
            "the entry '\(key)' of \(file) is not whole; what it lacks is told there"
        case .malformedBibliography(let reason): reason
        case .undefinedTerm(let term): "no chapter defines the term '\(term)': it stands nowhere in bold"
        case .unresolvedLink(let destination): "the link '\(destination)' leads nowhere"
        case .missingImage(let source): "the image '\(source)' does not exist"
        case .unsafeLink(let destination): "a link can not run a script: \(destination)"
        case .surplusCells(let columns):
            "the table has \(columns == 1 ? "1 column" : "\(columns) columns"), and what stands here in its row is lost; "
                + "a bar in a cell, also in code and formulas, is written \\|"
        case .unknownElement(let name): "HTML has no element '\(name)', so this stays text; code is written `<\(name)>`"
        case .strayMarkup(let text, let instead): "this stays text: \(text); \(instead)"
        case .directionControl(let name):
            "the character \(name), which can not be seen, turns the direction of the text: it may look like another; "
                + "the page shows [\(name)]"
        case .strayExpression(let text, let place): "\(place) is not computed; this stays text: \(text)"
        case .captionWithBlocks: "a caption is one paragraph: it has no lists, headings, quotations or code of its own"
        case .captionedExhibits(let key, let count): Self.captionedExhibits(key: key, count: count)
        case .noChapter(let folder):
            "is no chapter: the chapters of a book are the files in \(folder)/ itself that end in .md"
        case .noteWithBlocks(let name):
            "the note '\(name)' has paragraphs only: what is indented here is shown as code, below the text"
        case .undefinedNote(let name): "the note '\(name)' is not defined"
        case .unusedNote(let name): "the note '\(name)' is never used"
        case .formula(let reason): reason
        case .bareDollarFormula(let formula):
            (formula.hasPrefix("$$")
                ? "a formula in a line of its own is a block ```math" : "a formula is written $`…`$")
                + "; this stays text: \(formula)"
        case .strayAttribute(let text):
            "this stays text: \(text); "
                + (text.hasPrefix("{#")
                    ? "a label stands at the end of a heading or of the caption under a table, or in a cell, '//| label: …'"
                    : "weave knows no attributes but the labels of headings and tables, such as {#sec-a}")
        case .unknownBlock(let text): "weave has no such blocks; this stays text: \(text)"
        case .emptyExpression: "an inline expression needs an expression"
        case .compiler(let message): message
        case .compilerTimedOut(let seconds): "the compiler worked on the chapter for longer than \(seconds) seconds"
        case .savedDuringBuild(let product):
            "was saved while \(product) was built from it; the next weave builds it anew"
        case .usedTooEarly(let name, let line): "'\(name)' is used before the cell at line \(line) declares it"
        case .trapped(let reason): reason.isEmpty ? "the cell trapped" : "the cell trapped: \(reason)"
        case .threw(let error): "the cell threw an error: \(error)"
        case .exited(let code, let launcher):
            launcher.map { "the cell ended the process, or \($0) lost it: status \(code)" }
                ?? "the cell ended the process with status \(code)"
        case .timedOut(let seconds): "the cell ran longer than \(seconds) seconds"
        case .tooMuchOutput(let megabytes): "the cell's output is longer than \(megabytes) MB"
        case .lostOutput(let stream):
            "the cell closes its \(stream) or points it elsewhere: what it printed there is not on the page"
        case .compiles: "the cell compiles, though it is marked compile_fail"
        case .didNotTrap: "the cell does not trap, though it is marked should_trap"
        case .falseClaim(let sentence): "not true any more: \(sentence)"
        case .inlineFailed(let reason): reason
        case .exhibitFailed(let reason): "can not be shown: \(reason)"
        case .labelledExhibits(let label, let count, let others):
            Self.labelledExhibits(label: label, count: count, others: others)
        }
    }
}
