extension TickRoom {
    static func vertical(in form: Form, isSmall: Bool) -> TickRoom {
        TickRoom(
            spacing: isSmall ? 28 : 52, length: { _ in Form.tickSize }, bounds: -1e9...1e9, gap: 1,
            width: 0.35 * form.width)
    }

    static func horizontal(from left: Double, to right: Double, isSmall: Bool) -> TickRoom {
        TickRoom(
            spacing: isSmall ? 45 : 80, length: { textWidth($0, size: Form.tickSize) }, bounds: left...right,
            gap: isSmall ? 4 : 10, width: right - left)
    }
}
