/// What can be wrong in a book. The words are made here and nowhere else.
public enum Problem: Hashable, Sendable {
    /// The file can not be read; the system's reason.
    case unreadable(reason: String)
    /// The file is not UTF-8; its position is that of the first byte that is not.
    case notUTF8
    /// The folder has no chapter in it.
    case noChapters
    /// Two files would become the same page.
    case duplicatePage(String, other: String)
    /// Two chapters have the same number or letter.
    case duplicateNumber(String, firstPath: String)
    /// A part of the book lacks a key.
    case incompletePart(String)
    /// A number is in two parts of the book.
    case chapterInTwoParts(String, first: String, second: String)
    /// A number in a part of the book that no chapter has.
    case partWithoutChapter(String, part: String)
    /// A chapter with a number is in no part, though the book has parts.
    case chapterInNoPart(String, settings: String)
    /// Quotations, lists or marks are nested too deeply.
    case nestedTooDeeply
    /// The front matter is not YAML; the parser's reason.
    case malformedFrontMatter(reason: String)
    /// The settings of the book are not YAML; the parser's reason.
    case malformedBookSettings(reason: String)
    /// The front matter has a key that means nothing.
    case unknownFrontMatterKey(String, known: [String])
    /// The settings of the book have a key that means nothing.
    case unknownBookKey(String, known: [String])
    /// The book is in a language in which weave has no words.
    case foreignLanguage(String)
    /// A key's value has the wrong type.
    case wrongValue(key: String, value: String, expected: String)
    /// A cell has an option that means nothing.
    case unknownOption(String, known: [String])
    /// A cell's fence has a word that means nothing.
    case unknownCellKind(String, known: [String])
    /// A cell's fence has another word behind its kind.
    case secondCellKind(String, first: String)
    /// Code that looks like a cell or an inline expression and is none; what is missing for one.
    case nearlySwift(String, expected: String)
    /// A line that looks like an option has no colon.
    case malformedOption
    /// An option is given twice, or a cell has two captions.
    case duplicateOption(String, first: String, line: Int)
    /// A comment that looks like an option and is none.
    case strayOption(String)
    /// A label does not start with the short name of a kind.
    case unknownLabelKind(String)
    /// A label is given twice.
    case duplicateLabel(String, firstPath: String, firstLine: Int)
    /// A reference to a label that nothing has.
    case unresolvedReference(String, known: [String])
    /// The block of a `remember` that printed, showed or claimed something.
    case saidWhileRemembering(String)
    /// A `remember` that computed something else earlier, though nothing has changed that it could depend on.
    case rememberedDiffers(String)
    /// A `remember` of which this file, which came with the book, has another result.
    case keptDiffers(String, file: String)
    /// A cell that is to be kept with the book and remembers nothing.
    case keepsNothing
    /// Files beside the chapters that changed while a chapter ran.
    case dataChanged([String])
    /// A reference to a heading's text that several headings have; where these stand.
    case ambiguousReference(String, candidates: [String])
    /// A citation of a work that the bibliography does not have.
    case unknownCitation(String, file: String, known: [String])
    /// A citation of a work whose entry has a mistake.
    case brokenCitation(String, file: String)
    /// The bibliography can not be read; the reason.
    case malformedBibliography(reason: String)
    /// A term of the glossary that no chapter defines.
    case undefinedTerm(String)
    /// A link to a page or a place in it that does not exist.
    case unresolvedLink(String)
    /// An image that does not exist.
    case missingImage(String)
    /// A link that would run a script.
    case unsafeLink(String)
    /// A row of a table with more cells than the table has columns.
    case surplusCells(columns: Int)
    /// HTML that starts with an element which HTML does not have.
    case unknownElement(String)
    /// Markup of other tools that stays text, and what to write instead.
    case strayMarkup(String, instead: String)
    /// A character that turns the direction of the text around it, and can not be seen.
    case directionControl(String)
    /// An inline expression where nothing is computed.
    case strayExpression(String, place: String)
    /// A caption with a list, a heading or the like in it.
    case captionWithBlocks
    /// An option that speaks of one figure or table, on a cell that shows another number of them.
    case captionedExhibits(key: String, count: Int)
    /// A text of a kind that is no chapter, or a chapter where weave does not look.
    case noChapter(String)
    /// A block behind the text of a note that belongs to it and can not.
    case noteWithBlocks(String)
    /// A note that is used but not defined.
    case undefinedNote(String)
    /// A note that is defined but not used.
    case unusedNote(String)
    /// A formula that can not be read; the reason.
    case formula(reason: String)
    /// A formula between bare dollar signs.
    case bareDollarFormula(String)
    /// A label or another attribute in braces that stays text.
    case strayAttribute(String)
    /// The start of a block that other tools know.
    case unknownBlock(String)
    /// An inline expression without an expression.
    case emptyExpression
    /// The Swift compiler's message.
    case compiler(message: String)
    /// The compiler worked on a chapter for too long.
    case compilerTimedOut(seconds: Double)
    /// A source of the library was saved while the library was built.
    case savedDuringBuild(product: String)
    /// A variable is used before the cell at this line declares it.
    case usedTooEarly(String, line: Int)
    /// A cell trapped; the program's last words.
    case trapped(reason: String)
    /// A cell threw an error that it did not catch.
    case threw(String)
    /// A cell ended the process, or the launcher that started it did.
    case exited(code: Int, launcher: String? = nil)
    /// A cell ran too long.
    case timedOut(seconds: Double)
    /// A cell, or the cells together, printed or showed more than is kept.
    case tooMuchOutput(megabytes: Int)
    /// A cell closed this stream or pointed it elsewhere.
    case lostOutput(stream: String)
    /// A cell that must not compile does.
    case compiles
    /// A cell that must trap does not.
    case didNotTrap
    /// A checked sentence is not true.
    case falseClaim(String)
    /// An inline expression has no value that can be printed.
    case inlineFailed(reason: String)
    /// Something shown has nothing to show.
    case exhibitFailed(reason: String)
    /// A cell's label promises one figure or table and the cell shows another number of them; `others` counts what it
    /// shows of the other kind.
    case labelledExhibits(label: String, count: Int, others: Int = 0)
}
