import ByteIO
import Rows
import StageSupport

/// An attribute. Names and what browsers act on are words of this program; data fits into the
/// cases that are shown as text only.
enum Attr {
    /// Both in our own words: `class`, `role`, `scope`.
    case literal(StaticString, StaticString)
    /// The class of a shade; nothing for 0.
    case shade(Int)
    /// The class of a shade in the colour of success.
    case win(Int)
    /// The name that the choices of one set share, and the choice that a label is of.
    case group(Anchor)
    case labels(Anchor)
    /// A length or coordinate of a drawing, in its own units; at most two decimals.
    case length(StaticString, Double)
    /// A share of the drawing's width, from 0 to 1.
    case share(StaticString, Double)
    case whole(StaticString, Int)
    /// The coordinates of a drawing: so wide and so high.
    case box(Double, Double)
    /// What the page may load: nothing but the style and the script of these digests.
    case policy(style: [UInt8], script: [UInt8]?)
    /// Turned by so many degrees about a point.
    case turned(Int, Double, Double)
    /// So far down from where it would lie; rules of style can put it elsewhere.
    case lowered(Double)
    /// The way of a line.
    case path(Outline)
    case language(Words.Language)
    case id(Anchor)
    case link(Anchor)
    case labelledBy(Anchor)
    /// Text that the browser shows: data.
    case title(String)
    case label(String)
    /// What stands over the cell where the row's head is not seen: data.
    case heading(String)
    /// Where the number stands.
    case csv(CellReference)
    /// A number that a mark shows and that stands in no one cell.
    case value(Double)
    /// Cells of which the page shows the sum; too many are not told.
    case sum([CellReference])
    case quotient(CellReference, CellReference)
    /// The same of sums.
    case ratio([CellReference], [CellReference])
    /// A day, for programs: `2026-11-16`.
    case datetime(CivilDate)
    /// Where in `manifest.json` or a summary the number stands.
    case json(StaticString)

    /// Appends ` name=value`; `isStrict` puts every value into quotes.
    func append(to bytes: inout [UInt8], isStrict: Bool) {
        switch self {
        case .shade(0), .win(0): return
        default: break
        }
        bytes.append(0x20)
        bytes.append(name)
        bytes.append(0x3D)
        var value: [UInt8] = []
        append(value: &value)
        let isQuoted = isStrict || !Self.isPlain(value)
        if isQuoted { bytes.append(0x22) }
        bytes += value
        if isQuoted { bytes.append(0x22) }
    }

    /// Whether HTML reads the value whole without quotes.
    private static func isPlain(_ value: [UInt8]) -> Bool {
        !value.isEmpty
            && value.allSatisfy { byte in
                switch byte {
                case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x25, 0x23: true
                default: false
                }
            }
    }

    private var name: StaticString {
        switch self {
        case .literal(let name, _), .length(let name, _), .share(let name, _), .whole(let name, _):
            name
        case .shade, .win: "class"
        case .group: "name"
        case .labels: "for"
        case .box: "viewBox"
        case .policy: "content"
        case .turned, .lowered: "transform"
        case .path: "d"
        case .language: "lang"
        case .id: "id"
        case .link: "href"
        case .labelledBy: "aria-labelledby"
        case .title: "title"
        case .label: "aria-label"
        case .heading: "data-head"
        case .csv: "data-csv"
        case .value: "data-value"
        case .sum: "data-sum"
        case .quotient, .ratio: "data-share"
        case .datetime: "datetime"
        case .json: "data-json"
        }
    }

    private func append(value: inout [UInt8]) {
        switch self {
        case .literal(_, let words), .json(let words): value.append(words)
        case .length(_, let length): CSVText.append(number: length, places: 2, to: &value)
        case .share(_, let share):
            CSVText.append(number: share * 100, places: 4, to: &value)
            value.append(0x25)
        case .shade(let grade):
            value.append(0x68)
            value.append(decimal: Int64(grade))
        case .win(let grade):
            value.append(0x67)
            value.append(decimal: Int64(grade))
        case .whole(_, let number): value.append(decimal: Int64(number))
        case .box(let width, let height):
            Self.append([0, 0, width, height], to: &value)
        case .policy(let style, let script):
            value.append("default-src 'none'; style-src 'sha256-")
            value += style
            if let script {
                value.append("'; script-src 'sha256-")
                value += script
            }
            value.append("'; base-uri 'none'; form-action 'none'")
        case .turned(let degrees, let x, let y):
            value.append("rotate(")
            Self.append([Double(degrees), x, y], to: &value)
            value.append(0x29)
        case .lowered(let distance):
            value.append("translate(")
            Self.append([0, distance], to: &value)
            value.append(0x29)
        case .path(let outline): value += outline.bytes
        case .language(let language): value += language.rawValue.utf8
        case .id(let anchor), .labelledBy(let anchor), .group(let anchor), .labels(let anchor):
            anchor.append(to: &value)
        case .link(let anchor):
            value.append(0x23)
            anchor.append(to: &value)
        case .title(let text), .label(let text), .heading(let text): Escape.append(text, to: &value)
        case .csv(let reference): reference.append(to: &value)
        case .value(let number): CSVText.append(number: number, places: 9, to: &value)
        case .ratio(let parts, let wholes):
            Self.append(parts, to: &value)
            value.append(0x2F)
            Self.append(wholes, to: &value)
        case .datetime(let day): value += day.text.utf8
        case .sum(let references): Self.append(references, to: &value)
        case .quotient(let part, let whole):
            part.append(to: &value)
            value.append(0x2F)
            whole.append(to: &value)
        }
    }

    private static func append(_ numbers: [Double], to value: inout [UInt8]) {
        for (index, number) in numbers.enumerated() {
            if index > 0 { value.append(0x20) }
            CSVText.append(number: number, places: 2, to: &value)
        }
    }

    private static func append(_ references: [CellReference], to value: inout [UInt8]) {
        guard references.count <= 12 else { return }
        for (index, reference) in references.enumerated() {
            if index > 0 { value.append(0x20) }
            reference.append(to: &value)
        }
    }
}

/// A target of links on the page: a word of ours, then numbers, `step-1-3`.
struct Anchor {
    let word: StaticString
    let numbers: [Int]

    init(_ word: StaticString, _ numbers: Int...) {
        self.word = word
        self.numbers = numbers
    }

    func append(to bytes: inout [UInt8]) {
        bytes.append(word)
        for number in numbers {
            bytes.append(0x2D)
            bytes.append(decimal: Int64(number))
        }
    }
}
