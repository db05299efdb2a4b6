import BasicContainers
import ByteIO
import Rows

/// What the texts of rows are, decided once for each that is different.
///
/// Two runs of neighbouring columns are looked up as they stand: what happened where, and where the
/// session came from. Of a row whose two texts came before nothing else is read for them.
struct RowTexts: ~Copyable {
    static let actionColumns: [EventColumn] = [.event, .site, .page]
    static let originColumns: [EventColumn] = [
        .channel, .source, .medium, .campaign, .device, .country, .status,
    ]

    static var actionCount: Int { 3 }
    static var originCount: Int { 7 }

    /// Past this many texts of a kind they are forgotten, between two customers.
    private static let limit = 1 << 18

    /// How much a row says of where its session came from, the more the greater.
    enum Origin: UInt8, Comparable, BitwiseCopyable {
        case nothing, channel
        /// A campaign, a source, or a channel other than `direct`.
        case named

        static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var actions = ColumnTexts(actionColumns)
    private(set) var origins = ColumnTexts(originColumns)
    /// By action: the number of its page, -1 for none.
    private var pages = UniqueArray<Int32>()
    private var pageNames = Interner()
    /// By origin.
    private var statuses = UniqueArray<Int32>()
    private var levels = UniqueArray<Origin>()
    /// Counts how often the numbers began anew.
    private(set) var generation = 0

    /// The number of a row's event, site and page.
    mutating func action(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Int {
        let number = actions.number(of: row, in: block, layout, run: layout.actions)
        if number == pages.count {
            let page = block.field(.page, of: row, layout)
            pages.append(page.isEmpty ? -1 : Int32(pageNames.number(of: page)))
        }
        return number
    }

    /// The number of what a row has from `channel` to `status`.
    mutating func origin(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Int {
        let number = origins.number(of: row, in: block, layout, run: layout.origins)
        if number == statuses.count {
            statuses.append(Self.status(block.field(.status, of: row, layout)))
            levels.append(Self.level(of: row, in: block, layout))
        }
        return number
    }

    func page(ofAction action: Int) -> Int32 { pages[action] }

    /// HTTP status, -1 for none.
    func status(ofOrigin origin: Int) -> Int32 { statuses[origin] }

    func level(ofOrigin origin: Int) -> Origin { levels[origin] }

    /// Another customer's rows follow: where there are too many texts, numbers begin anew.
    mutating func begin() {
        guard actions.count >= Self.limit || origins.count >= Self.limit else { return }
        generation += 1
        actions.removeAll()
        pages.removeAll()
        pageNames.removeAll()
        origins.removeAll()
        statuses.removeAll()
        levels.removeAll()
    }

    private static func level(
        of row: Int, in block: borrowing RowBlock, _ layout: borrowing PathLayout
    ) -> Origin {
        let channel = block.field(.channel, of: row, layout)
        if !block.field(.campaign, of: row, layout).isEmpty
            || !block.field(.source, of: row, layout).isEmpty
        {
            return .named
        }
        guard !channel.isEmpty else { return .nothing }
        return channel.equals("direct") ? .channel : .named
    }

    private static func status(_ field: Span<UInt8>) -> Int32 {
        guard !field.isEmpty, field.count <= 9 else { return -1 }
        var value: Int32 = 0
        for index in field.indices {
            guard field[index] &- 0x30 < 10 else { return -1 }
            value = value * 10 + Int32(field[index] &- 0x30)
        }
        return value
    }
}
