import Markdown

/// The page that a site starts with where the author wrote none: the title, the promise and the chapters of the book.
enum ContentsPage {
    static func page(in book: Book) -> Page {
        var chapter = Chapter(parsing: "", path: "\(book.name)/\(BookSettings.fileName)", stem: Chapter.homeStem)
        chapter.title = book.settings.title
        chapter.description = book.settings.description
        chapter.language = book.settings.language
        let woven = WovenChapter(weaving: chapter, with: Transcript())
        // What it lists, a search finds on the pages themselves.
        return Page(of: woven, article: PartList.html(of: book), sections: [], in: book)
    }
}
