import Events
import ArgumentParser
import ByteIO
import Formats
import StageSupport
import Rows

/// Flags that say what lines mean and which become events; the same for all sub-commands.
struct RuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Format of the lines; auto finds it.", valueName: "name"),
        completion: .list(["auto"] + Format.allCases.map(\.rawValue)))
    var format = "auto"

    @Option(
        help: ArgumentHelp(
            "What keys mean: time=ts:ms,visitor=cookie_id,props.sku=item.sku.",
            valueName: "target=key,…"))
    var map: [String] = []

    @Option(help: ArgumentHelp("Properties to keep: all, none, or names.", valueName: "a,b"))
    var props: String?

    @Option(help: ArgumentHelp("Query parameters to keep as properties.", valueName: "a,b"))
    var query: String?

    @Option(help: ArgumentHelp("Drop copies of events: auto, on, off.", valueName: "when"))
    var dedupe = DedupeMode.auto

    @Option(help: ArgumentHelp("Programs' requests: drop, keep, only.", valueName: "how"))
    var bots = IngestRules.BotMode.drop

    @Option(help: ArgumentHelp("Images, scripts, styles: drop, keep.", valueName: "how"))
    var `static` = IngestRules.StaticMode.drop

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only events from this time on: RFC 3339, a day, yesterday, -7d.", valueName: "time"),
        transform: MomentOption.option)
    var since: MomentOption?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only events before this time.", valueName: "time"),
        transform: MomentOption.option)
    var until: MomentOption?

    @Option(
        help: ArgumentHelp(
            "How times are written, as strftime has it: %d.%m.%Y %H:%M.", valueName: "format"))
    var timeFormat: String?

    @Option(
        help: ArgumentHelp("Ids that stand for nobody, besides 0, guest….", valueName: "a,b"))
    var placeholderIds: String?

    @Option(help: ArgumentHelp("Zone of times without an offset; UTC.", valueName: "zone"))
    var assumeTimezone: String?

    @Option(help: ArgumentHelp("Own hosts: referrers there are internal.", valueName: "host,…"))
    var site: String?

    @Option(
        help: ArgumentHelp("Key of the hashes, 32 bytes or more, mode 600.", valueName: "file"),
        completion: .file())
    var keyFile: String?

    @Flag(help: "Write hashes instead of visitor and user ids.")
    var hashIds = false

    func validate() throws {
        if format != "auto" {
            do throws(FormatError) {
                _ = try Format(named: format)
            } catch {
                throw ValidationError("--format: \(error)")
            }
        }
        if let timeFormat {
            do throws(TimeFormatError) {
                _ = try TimeFormat(timeFormat)
            } catch {
                throw ValidationError("--time-format: \(error)")
            }
        }
        do throws(MappingError) {
            _ = try mapping()
        } catch {
            throw ValidationError("--map: \(error)")
        }
    }

    /// The named format; nil for auto.
    var named: Format? { Format(rawValue: format) }

    private func mapping() throws(MappingError) -> FieldMapping {
        var mapping = FieldMapping()
        for text in map { try mapping.add(text) }
        return mapping
    }

    /// The rules, their zone and key read.
    ///
    /// Throws exit 64 for an unknown zone, 66 for a key file that cannot be used.
    func rules() throws -> IngestRules {
        var rules = IngestRules()
        if let assumeTimezone { rules.assumedZone = try TimeZoneRules(named: assumeTimezone) }
        if let keyFile { rules.key = try VisitorKey(file: keyFile) }
        let now = Timestamp.now
        rules.since = try since?.time(in: rules.assumedZone, now: now)
        rules.until = try until?.time(in: rules.assumedZone, now: now)
        if let since = rules.since, let until = rules.until, since >= until {
            throw Failure(.usage, "--until is to be later than --since")
        }
        rules.decoding.timeFormat = try timeFormat.map { try TimeFormat($0) }
        rules.decoding.placeholderIDs = Self.items(placeholderIds).map { Array($0.utf8) }
        rules.bots = bots
        rules.assets = self.static
        rules.referrers = ReferrerRule(own: Self.items(site))
        rules.hashesIDs = hashIds
        rules.dedupe = dedupe
        rules.decoding.mapping = try mapping()
        rules.decoding.query = Self.items(query)
        switch props {
        case nil: rules.decoding.properties = .usual
        case "all": rules.decoding.properties = .all
        case "none", "": rules.decoding.properties = .none
        case let names: rules.decoding.properties = .named(Self.items(names))
        }
        return rules
    }

    private static func items(_ list: String?) -> [String] {
        (list ?? "").split(separator: ",").map { item in
            let scalars = item.unicodeScalars
            guard let first = scalars.firstIndex(where: { !isBlank($0) }),
                let last = scalars.lastIndex(where: { !isBlank($0) })
            else { return "" }
            return String(scalars[first...last])
        }.filter { !$0.isEmpty }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
    }
}

extension DedupeMode: ExpressibleByArgument {}
extension IngestRules.BotMode: ExpressibleByArgument {}
extension IngestRules.StaticMode: ExpressibleByArgument {}
