/// What stands around a new book in its repository.
extension NewBook {
    /// The way of who opens the folder: to the first page, and to where all else is told.
    var readme: String {
        """
        # \(title)

        A book that runs: the chapters are Markdown, and the Swift in them computes every number and figure on the pages.

        ```
        swift run weave            # chapters/ → site/, from where a browser opens index.html
        swift run weave preview    # the same as a server, which shows each page anew as soon as you save it
        swift run weave check      # runs everything again and names each number that has become another
        ```

        weave reads Markdown by libcmark: `apt-get install libcmark-dev`, or `brew install cmark`.

        | | |
        |---|---|
        | `chapters/` | the book: the number at the start of a file's name is its place, `book.yml` the title, the parts, the language |
        | `Sources/\(module)/` | the library that every cell imports |
        | `site/` | the pages, once they are woven |
        | `.github/workflows/pages.yml` | puts the pages on GitHub Pages at every push to `main` |

        What a chapter may say is in weave's own README, and in its `docs/`: [cells](\(place)/docs/cells.md),
        [messages](\(place)/docs/diagnostics.md).

        """
    }

    /// Where weave's documents are.
    private var place: String {
        guard weave.contains("://") else { return weave }
        return (weave.hasSuffix(".git") ? String(weave.dropLast(4)) : weave) + "/blob/main"
    }

    /// Weaves the book on GitHub and puts it on GitHub Pages.
    var workflow: String {
        let warning =
            weave.contains("://")
            ? ""
            : """
            # GitHub can not reach the folder from which Package.swift takes weave: give the address of a repository there first.

            """
        return warning + """
            name: Pages
            on:
              push:
                branches: [main]
              workflow_dispatch:
            permissions:
              contents: read
              pages: write
              id-token: write
            concurrency:
              group: pages
            jobs:
              weave:
                runs-on: ubuntu-latest
                container: swift:6.2
                environment:
                  name: github-pages
                  url: ${{ steps.pages.outputs.page_url }}
                steps:
                  - uses: actions/checkout@v4
                  - run: apt-get update && apt-get install -y libcmark-dev pkg-config
                  # Nothing is computed of which neither the code nor the library has changed.
                  - uses: actions/cache@v4
                    with:
                      path: .build
                      key: weave-${{ hashFiles('Package.*', 'Sources/**', 'chapters/**') }}
                      restore-keys: weave-
                  - run: swift run weave
                  - uses: actions/upload-pages-artifact@v3
                    with:
                      path: site
                  - uses: actions/deploy-pages@v4
                    id: pages

            """
    }
}
