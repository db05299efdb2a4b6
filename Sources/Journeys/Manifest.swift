import StageSupport
package import Rows

/// `manifest.json`: every input, the rules used, the version, and every output.
package struct Manifest {
    package struct Output {
        let name: String
        let rows: Int
        let sha256: String

        package init(name: String, rows: Int, sha256: String) {
            self.name = name
            self.rows = rows
            self.sha256 = sha256
        }
    }

    /// A file that describes the outputs.
    package struct Description {
        let name: String
        let sha256: String

        package init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    let inputs: [PathMerge.Report]
    let journeyHash: String?
    let duplicates: Int
    let span: LogSpan?
    package var outputs: [Output] = []
    package var descriptions: [Description] = []

    package init(
        inputs: [PathMerge.Report], journeyHash: String?, duplicates: Int, span: LogSpan?
    ) {
        self.inputs = inputs
        self.journeyHash = journeyHash
        self.duplicates = duplicates
        self.span = span
    }

    /// The file's text; the same run gives the same bytes.
    package func text(_ analysis: borrowing Analysis) -> String {
        JSONValue.object([
            ("program", JSONValue.quoted("funnelstats")),
            ("version", JSONValue.quoted(Polku.version)),
            ("journey_sha256", journeyHash.map(JSONValue.quoted) ?? "null"),
            ("timezone", JSONValue.quoted(analysis.journey.timezone)),
            ("site", analysis.journey.site.map(JSONValue.quoted) ?? "null"),
            ("language", analysis.journey.language.map(JSONValue.quoted) ?? "null"),
            (
                "kinds",
                JSONValue.array(analysis.journey.touchpoints.compactMap(Self.kind))
            ),
            ("labels", JSONValue.array(analysis.journey.labels.map(\.json))),
            ("data_start", Self.time(span?.first)), ("data_end", Self.time(span?.last)),
            ("rows", "\(inputs.reduce(0) { $0 + $1.rowCount })"),
            ("rows_used", "\(analysis.rowCount)"), ("rows_delivered_twice", "\(duplicates)"),
            ("part", Self.object(analysis.filter)),
            ("customers", "\(analysis.customerCount)"), ("sessions", "\(analysis.sessionCount)"),
            ("answers_off_scale", "\(analysis.metrics.answers.offScale)"),
            ("session_timeouts", JSONValue.array(timeouts.map(JSONValue.quoted))),
            ("inputs", JSONValue.array(inputs.map(Self.object))),
            (
                "funnels",
                JSONValue.array(
                    analysis.funnels.map { Self.object($0, unmatched: analysis.unmatchedSteps($0)) }
                )
            ),
            ("conversion", Self.object(analysis.journey.conversion, analysis.reports)),
            ("friction", Self.friction(analysis.journey)),
            ("attribution", Self.object(analysis.journey.attribution)),
            ("retention", Self.object(analysis.journey.retention)),
            ("outputs", JSONValue.array(outputs.map(Self.object))),
            ("descriptions", JSONValue.array(descriptions.map(Self.object))),
        ]) + "\n"
    }

    /// The session timeouts that the streams tell of, each once, by bytes.
    private var timeouts: [String] {
        Set(inputs.flatMap(\.ends).compactMap { $0.extra["timeout"] }).sorted()
    }

    static func time(_ microseconds: Int64?) -> String {
        microseconds.map { JSONValue.quoted(Timestamp(microseconds: $0).text) } ?? "null"
    }

    /// Nil where a touchpoint has no kind.
    private static func kind(_ touchpoint: Journey.Touchpoint) -> String? {
        touchpoint.kind.map { kind in
            JSONValue.object([
                ("touchpoint", JSONValue.quoted(touchpoint.name)),
                ("kind", JSONValue.quoted(kind.rawValue)),
            ])
        }
    }

    private static func object(_ input: PathMerge.Report) -> String {
        let hashes = input.ends.map { end in
            end.checksum.map { JSONValue.quoted("xxh64:" + StreamEnd.digits($0)) } ?? "null"
        }
        return JSONValue.object([
            ("name", JSONValue.quoted(input.name)), ("bytes", "\(input.byteCount)"),
            ("rows", "\(input.rowCount)"), ("hashes", JSONValue.array(hashes)),
        ])
    }

    private static func object(_ description: Description) -> String {
        JSONValue.object([
            ("name", JSONValue.quoted(description.name)),
            ("sha256", JSONValue.quoted(description.sha256)),
        ])
    }

    private static func object(_ output: Output) -> String {
        JSONValue.object([
            ("name", JSONValue.quoted(output.name)), ("rows", "\(output.rows)"),
            ("sha256", JSONValue.quoted(output.sha256)),
        ])
    }
}
