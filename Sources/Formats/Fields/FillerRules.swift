import ByteIO
import Rows

/// What the options say, made ready for a filler: constants, units, properties with known names.
struct FillerRules: Sendable {
    /// A constant's bytes in the filler's `own`.
    struct Constant: Sendable {
        let field: EventField
        let range: Range<Int>
    }

    private(set) var constants: [Constant] = []
    private(set) var constantProperties: [(key: Int, range: Range<Int>)] = []
    private(set) var constantLength = 0
    /// Query parameters to keep, with the numbers of their properties.
    private(set) var query: [(name: [UInt8], key: Int)] = []
    let methodKey: Int
    /// The properties that the user named: mapped ones and query parameters.
    private(set) var askedKeys: Set<Int> = []
    /// The number of each column's name, for values that the column cannot use.
    let columnKeys: [Int]
    let units: [EventField: EpochUnit]
    /// Fields that a mapping names: what it says goes before what URLs say.
    let mapped: FieldSet
    let keepsMethod: Bool

    init(
        _ options: DecodeOptions, _ properties: inout PropertyList, constants own: inout [UInt8]
    ) {
        methodKey = properties.key("method")
        columnKeys = EventColumn.allCases.map { properties.key($0.name) }
        query = options.query.map { (Array($0.utf8), properties.key($0)) }
        units = options.mapping.units
        mapped = FieldSet(
            options.mapping.sources.keys.compactMap {
                if case .field(let field) = $0 { field } else { nil }
            })
        keepsMethod =
            switch options.properties {
            case .usual, .all: true
            case .none: false
            case .named(let names): names.contains("method")
            }
        for (target, source) in options.mapping.sources {
            guard case .constant(let bytes) = source else { continue }
            let range = own.count..<own.count + bytes.count
            own += bytes
            switch target {
            case .field(let field): constants.append(Constant(field: field, range: range))
            case .property(let name): constantProperties.append((properties.key(name), range))
            }
        }
        constantLength = own.count
        askedKeys = Set(query.map(\.key) + constantProperties.map(\.key))
        for case .property(let name) in options.mapping.sources.keys {
            askedKeys.insert(properties.key(name))
        }
    }
}

/// A set of fields, asked for every record.
@usableFromInline package struct FieldSet: Sendable {
    @usableFromInline var bits: UInt64 = 0

    package init(_ fields: some Sequence<EventField>) {
        for field in fields { bits |= 1 << UInt64(field.rawValue) }
    }

    func contains(_ field: EventField) -> Bool { bits >> UInt64(field.rawValue) & 1 == 1 }
}
