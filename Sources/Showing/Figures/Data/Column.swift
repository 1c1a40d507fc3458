/// What one field of the rows is, row by row: numbers as such, a category by its number in order of appearance.
@usableFromInline
struct Column {
    private enum Form {
        case empty, integers, numbers, categories, mixed
    }

    private var form = Form.empty
    private let capacity: Int
    /// The whole numbers, or the numbers of the categories.
    private var integers: [Int] = []
    private var numbers: [Double] = []
    private var names = Appearance<String>()
    /// The values of a column that has more than one kind of them.
    private var mixed: [PlotValue] = []

    /// Reads a field of `rows`.
    ///
    /// Where this is inlined into code that knows the rows, the optimiser sees through the key path and the existential:
    /// reading 300,000 rows otherwise takes longer than all of the drawing.
    @inlinable
    init<Row>(_ rows: [Row], _ value: (Row) -> any Plottable) {
        self.init(capacity: rows.count)
        for row in rows { append(value(row).plotValue) }
    }

    /// A column of no rows yet.
    @usableFromInline
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Adds the value of the next row.
    @usableFromInline
    mutating func append(_ value: PlotValue) {
        switch value {
        case .integer(let integer) where form == .integers: integers.append(integer)
        case .number(let number) where form == .numbers: numbers.append(number)
        case .category(let name) where form == .categories: integers.append(names.index(of: name))
        default: appendOther(value)
        }
    }

    /// Adds a value that is not of the kind of those before it.
    private mutating func appendOther(_ value: PlotValue) {
        switch (form, value) {
        case (.empty, .integer): form = .integers
        case (.empty, .number): form = .numbers
        case (.empty, .category): form = .categories
        default:
            if form != .mixed { mixed = (0..<count).map { self[$0] } }
            form = .mixed
            mixed.append(value)
            return
        }
        if form == .numbers { numbers.reserveCapacity(capacity) } else { integers.reserveCapacity(capacity) }
        append(value)
    }

    var count: Int {
        switch form {
        case .empty: 0
        case .integers, .categories: integers.count
        case .numbers: numbers.count
        case .mixed: mixed.count
        }
    }

    subscript(row: Int) -> PlotValue {
        switch form {
        case .empty: preconditionFailure("row \(row) of no rows")
        case .integers: .integer(integers[row])
        case .numbers: .number(numbers[row])
        case .categories: .category(names.values[integers[row]])
        case .mixed: mixed[row]
        }
    }

    /// Whether no number is NaN or infinite.
    var isFinite: Bool {
        switch form {
        case .empty, .integers, .categories: true
        case .numbers: numbers.allSatisfy(\.isFinite)
        case .mixed: mixed.allSatisfy(\.isFinite)
        }
    }

    /// Whether the value of `row` is nil.
    func isMissing(_ row: Int) -> Bool { form == .mixed && mixed[row] == .missing }

    /// All values as numbers, NaN where one is missing; nil if one is a category.
    var allNumbers: [Double]? {
        switch form {
        case .empty: []
        case .integers: integers.map(Double.init)
        case .numbers: numbers
        case .categories: nil
        case .mixed:
            mixed.contains { $0.number == nil && $0 != .missing } ? nil : mixed.map { $0.number ?? .nan }
        }
    }

    /// The distinct values in order of appearance, and which of them each row has.
    var distinct: (values: [PlotValue], indices: [Int]) {
        switch form {
        case .empty: ([], [])
        case .integers: numbered(integers, PlotValue.integer)
        case .numbers: numbered(numbers, PlotValue.number)
        case .categories: (names.values.map(PlotValue.category), integers)
        case .mixed: numbered(mixed) { $0 }
        }
    }

    private func numbered<Value: Hashable>(
        _ list: [Value], _ plotValue: (Value) -> PlotValue
    ) -> (values: [PlotValue], indices: [Int]) {
        var appearance = Appearance<Value>()
        let indices = list.map { appearance.index(of: $0) }
        return (appearance.values.map(plotValue), indices)
    }
}
