/// The words of problems with what a cell shows.
extension Problem {
    static func labelledExhibits(label: String, count: Int, others: Int) -> String {
        let (word, other) = label.hasPrefix("fig-") ? ("figure", "table") : ("table", "figure")
        let sentence =
            "the label '\(label)' stands for one \(word), but the cell shows \(count == 0 ? "none" : "\(count)")"
        guard count == 0, others > 0 else { return sentence }
        let prefix = word == "figure" ? "tbl-" : "fig-"
        return sentence + "; it shows \(others == 1 ? "a" : "\(others)") \(other)\(others == 1 ? "" : "s"), "
            + "and the label of a \(other) starts with \(prefix)"
    }

    static func captionedExhibits(key: String, count: Int) -> String {
        let kind = ["tbl-cap": "table", "lst-cap": "listing"][key] ?? "figure"
        return "'\(key)' is of one \(kind), "
            + (kind == "listing"
                ? "and a listing has a label that starts with lst-"
                : "but the cell shows \(count == 0 ? "none" : "\(count)")")
    }
}
