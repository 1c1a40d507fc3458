/// The words that weave puts on pages itself; `%` is the place of a number that does not follow them.
enum Word: String, CaseIterable, Sendable {
    case chapter = "Chapter"
    case appendix = "Appendix"
    case part = "Part"
    case figure = "Figure"
    case table = "Table"
    case listing = "Listing"
    case equation = "Equation"
    case section = "Section"
    case previous = "Previous"
    case next = "Next"
    case onThisPage = "On this page"
    case chapters = "Chapters"
    case references = "References"
    case minute = "% minute"
    case minutes = "% minutes"
    case search = "Search"
    case skip = "Skip to the text"
    case report = "Report a mistake on this page"
    case howMade = "How this page was made"
    case inWordsAndNumbers = "In words and numbers"
    case contents = "Contents"
    case note = "Note"
    case tip = "Tip"
    case important = "Important"
    case warning = "Warning"
    case caution = "Caution"
    case onePage = "The whole book on one page"

    /// By the first part of the language's tag.
    static let translations: [String: [Word: String]] = [
        "de": [
            .chapter: "Kapitel", .appendix: "Anhang", .part: "Teil", .figure: "Abbildung", .table: "Tabelle",
            .listing: "Programm", .equation: "Gleichung", .section: "Abschnitt", .previous: "Zurück", .next: "Weiter",
            .onThisPage: "Auf dieser Seite", .chapters: "Kapitel", .references: "Literatur", .minute: "% Minute",
            .minutes: "% Minuten", .search: "Suchen", .skip: "Zum Text",
            .report: "Einen Fehler auf dieser Seite melden",
            .howMade: "Wie diese Seite entstand", .inWordsAndNumbers: "In Worten und Zahlen",
            .contents: "Inhalt", .onePage: "Das ganze Buch auf einer Seite",
            .note: "Hinweis", .tip: "Tipp", .important: "Wichtig", .warning: "Warnung", .caution: "Vorsicht",
        ],
        "fr": [
            .chapter: "Chapitre", .appendix: "Annexe", .part: "Partie", .figure: "Figure", .table: "Tableau",
            .listing: "Programme", .equation: "Équation", .section: "Section", .previous: "Précédent",
            .next: "Suivant", .onThisPage: "Sur cette page", .chapters: "Chapitres", .references: "Références",
            .minute: "% minute", .minutes: "% minutes", .search: "Rechercher", .skip: "Aller au texte",
            .report: "Signaler une erreur sur cette page", .howMade: "Comment cette page a été faite",
            .inWordsAndNumbers: "En mots et en chiffres",
            .contents: "Table des matières", .onePage: "Tout le livre sur une page",
            .note: "Remarque", .tip: "Astuce", .important: "Important", .warning: "Avertissement",
            .caution: "Attention",
        ],
        "es": [
            .chapter: "Capítulo", .appendix: "Apéndice", .part: "Parte", .figure: "Figura", .table: "Tabla",
            .listing: "Programa", .equation: "Ecuación", .section: "Sección", .previous: "Anterior",
            .next: "Siguiente", .onThisPage: "En esta página", .chapters: "Capítulos", .references: "Referencias",
            .minute: "% minuto", .minutes: "% minutos", .search: "Buscar", .skip: "Ir al texto",
            .report: "Informar de un error en esta página", .howMade: "Cómo se hizo esta página",
            .inWordsAndNumbers: "En palabras y números",
            .contents: "Índice", .onePage: "Todo el libro en una página",
            .note: "Nota", .tip: "Consejo", .important: "Importante", .warning: "Advertencia", .caution: "Precaución",
        ],
        "zh": [
            .chapter: "第 % 章", .appendix: "附录", .part: "第 % 部分", .figure: "图", .table: "表", .listing: "代码",
            .equation: "公式", .section: "第 % 节", .previous: "上一章", .next: "下一章", .onThisPage: "本页内容",
            .chapters: "目录", .references: "参考文献", .minute: "% 分钟", .minutes: "% 分钟", .search: "搜索",
            .skip: "跳到正文", .report: "报告本页的错误", .howMade: "本页是如何生成的", .inWordsAndNumbers: "文字与数据",
            .contents: "目录", .onePage: "全书单页版",
            .note: "注意", .tip: "提示", .important: "重要", .warning: "警告", .caution: "当心",
        ],
        "ja": [
            .chapter: "第 % 章", .appendix: "付録", .part: "第 % 部", .figure: "図", .table: "表", .listing: "リスト",
            .equation: "式", .section: "% 節", .previous: "前へ", .next: "次へ", .onThisPage: "このページの内容",
            .chapters: "目次", .references: "参考文献", .minute: "% 分", .minutes: "% 分", .search: "検索",
            .skip: "本文へ", .report: "このページの誤りを報告する", .howMade: "このページの作り方",
            .inWordsAndNumbers: "言葉と数値で",
            .contents: "目次", .onePage: "全体を一ページで",
            .note: "注", .tip: "ヒント", .important: "重要", .warning: "警告", .caution: "注意",
        ],
    ]
}
