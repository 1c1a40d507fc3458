/// White space an author asks for, in mu: an eighteenth of an em.
struct Space: Sendable, Equatable {
    let mu: Int

    static let commands: [String: Space] = [
        ",": Space(mu: 3), "thinspace": Space(mu: 3), ":": Space(mu: 4), ">": Space(mu: 4), "medspace": Space(mu: 4),
        ";": Space(mu: 5), "thickspace": Space(mu: 5), "enspace": Space(mu: 9), "quad": Space(mu: 18),
        "qquad": Space(mu: 36), "!": Space(mu: -3), "negthinspace": Space(mu: -3),
        " ": Space(mu: 5), "space": Space(mu: 5),
    ]

    /// `mu` eighteenths of an em as a length of CSS; four decimals are exact to a hundredth of a pixel.
    static func length(mu: Int) -> String {
        let tenThousandths = (abs(mu) * 10_000 + 9) / 18
        guard tenThousandths != 0 else { return "0" }
        let whole = tenThousandths / 10_000
        var decimals = String(tenThousandths % 10_000 + 10_000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return (mu < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals) + "em"
    }
}
