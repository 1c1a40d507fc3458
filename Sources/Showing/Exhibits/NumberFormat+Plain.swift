extension NumberFormat {
    /// A number with `places` decimals as other programs read it: an ASCII minus, no commas.
    package static func plain(_ value: Double, places: Int) -> String {
        String(self.places(value, places).compactMap { $0 == "," ? nil : $0 == "−" ? "-" : $0 })
    }
}
