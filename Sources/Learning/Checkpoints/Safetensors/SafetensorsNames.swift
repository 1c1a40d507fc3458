#if canImport(FoundationEssentials)
import FoundationEssentials
#else
#endif

/// The names of a safetensors header as they are written, before a decoder drops those that come twice.
enum SafetensorsNames {
    /// The first name that has two entries, in a header that is a JSON object.
    static func repeated(in header: ArraySlice<UInt8>) -> String? {
        var seen: Set<String> = []
        return names(in: header).first { !seen.insert($0).inserted }
    }

    private static func names(in header: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        var depth = 0
        var last: UInt8 = 0
        var place = header.startIndex
        while place < header.endIndex {
            let byte = header[place]
            if byte == UInt8(ascii: "\"") {
                let text = place...endOfString(in: header, from: place)
                // In the outer object, what follows its brace or a comma is a name.
                let isName = depth == 1 && (last == UInt8(ascii: "{") || last == UInt8(ascii: ","))
                if isName, let name = try? JSONDecoder().decode(String.self, from: Data(header[text])) {
                    names.append(name)
                }
                place = text.upperBound
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
            }
            if !isSpace(byte) { last = byte }
            place += 1
        }
        return names
    }

    /// The place of the closing quotation mark.
    private static func endOfString(in header: ArraySlice<UInt8>, from start: Int) -> Int {
        var place = start + 1
        while place < header.endIndex - 1, header[place] != UInt8(ascii: "\"") {
            place += header[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place, header.endIndex - 1)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0a, 0x0d].contains(byte) }
}
