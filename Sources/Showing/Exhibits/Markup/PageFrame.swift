/// The frame of every HTML page: what stands around its own head and body.
package struct PageFrame {
    /// The title, as text.
    package var title: String
    /// What else the head has, as markup.
    package var head: String
    /// The content of the body, as markup that ends a line.
    package var body: String

    /// The language of its text, as a tag of BCP 47 such as `fr`.
    package var language: String

    /// Puts a head and a body into the frame.
    package init(title: String, head: String, body: String, language: String = "en") {
        self.language = language
        self.title = title
        self.head = head
        self.body = body
    }

    /// The whole file.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.escaped(for: .anywhere))">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title.escaped(for: .anywhere))</title>
        \(head)
        </head>
        <body>
        \(body)</body>
        </html>

        """
    }
}
