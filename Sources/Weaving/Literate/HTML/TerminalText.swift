import Exhibits

/// What a program wrote to a terminal, as HTML: colours are colours, and what else means something to a terminal only is done or
/// shown, never passed on to a browser.
struct TerminalText {
    private var result = ""
    /// What holds for the text to come: bold, and the colour's number or values.
    private var isBold = false
    private var colour: String?

    static func html(_ text: String) -> HTML {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0a && $0 != 0x09 || $0 == 0x7f }) else {
            return "\(text)"
        }
        var terminal = TerminalText()
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { terminal.result += "\n" }
            terminal.add(line)
        }
        return HTML(raw: terminal.result)
    }

    /// A line. What follows a carriage return stands over what came before it.
    private mutating func add(_ line: Substring) {
        let parts = line.split(separator: "\r", omittingEmptySubsequences: true)
        var seen = ""
        for part in parts {
            seen = part.unicodeScalars.contains("\u{1b}") ? String(part) : part + String(seen.dropFirst(part.count))
        }
        var rest = Substring(seen).unicodeScalars
        var plain = ""
        while let scalar = rest.popFirst() {
            if scalar == "\u{1b}" {
                write(&plain)
                escape(&rest)
            } else if scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7f {
                // Unicode has a picture of each.
                plain.unicodeScalars.append(Unicode.Scalar(scalar.value == 0x7f ? 0x2421 : 0x2400 + scalar.value)!)
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        write(&plain)
    }

    private mutating func write(_ plain: inout String) {
        defer { plain = "" }
        guard !plain.isEmpty else { return }
        let text = plain.escaped(for: .anywhere)
        let style = (isBold ? ["font-weight:700"] : []) + (colour.map { ["color:\($0)"] } ?? [])
        result += style.isEmpty ? text : "<span style=\"\(style.joined(separator: ";"))\">\(text)</span>"
    }

    /// What follows an escape: `[…m` sets colours, `]…` names a window or a link and ends with a bell; the others move a cursor.
    private mutating func escape(_ rest: inout Substring.UnicodeScalarView) {
        guard let kind = rest.popFirst() else { return }
        switch kind {
        case "[":
            var parameters = ""
            while let scalar = rest.popFirst() {
                guard (0x40...0x7e).contains(scalar.value) else {
                    parameters.unicodeScalars.append(scalar)
                    continue
                }
                if scalar == "m" {
                    style(parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
                }
                return
            }
        case "]":
            while let scalar = rest.popFirst(), scalar != "\u{7}" {
                guard scalar == "\u{1b}" else { continue }
                _ = rest.popFirst()
                return
            }
        default: break
        }
    }

    private mutating func style(_ numbers: [Int]) {
        var numbers = (numbers.isEmpty ? [0] : numbers)[...]
        while let number = numbers.popFirst() {
            switch number {
            case 0: (isBold, colour) = (false, nil)
            case 1: isBold = true
            case 22: isBold = false
            case 39: colour = nil
            case 31...36, 91...96: colour = Self.colours[number % 10]
            case 30, 37, 90, 97: colour = "var(--muted)"
            case 38, 48:
                // 256 colours, or red, green and blue.
                let isIndexed = numbers.popFirst() == 5
                let values = numbers.prefix(isIndexed ? 1 : 3)
                numbers = numbers.dropFirst(values.count)
                guard number == 38, let first = values.first else { continue }
                if !isIndexed {
                    colour = "rgb(\(values.map(String.init).joined(separator: " ")))"
                } else if (1...6).contains(first % 8), first < 16 {
                    colour = Self.colours[first % 8]
                }
            default: break
            }
        }
    }

    /// Red, green, yellow, blue, magenta, cyan, each dark enough on light paper and light enough on dark.
    private static let colours = [
        1: "light-dark(#b3261e,#ff8a80)", 2: "light-dark(#1b6e2d,#81c995)", 3: "light-dark(#7a5b00,#e6c34a)",
        4: "light-dark(#1a56b0,#8ab4f8)", 5: "light-dark(#8a2b9c,#d7a6e8)", 6: "light-dark(#006a6f,#78d6dc)",
    ]
}
