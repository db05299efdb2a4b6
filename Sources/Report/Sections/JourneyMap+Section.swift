// The journey map: stages, who is in them, what they touch, how it goes, what to do next.
extension Page {
    /// Touchpoints of one cell that are shown.
    private static let mostStops = 6

    func journeyMap(into html: inout HTML) {
        section(.map, into: &html) { html in
            let map = JourneyMap(tables, names, most: min(detail.heat, 12))
            guard !map.stages.isEmpty else { return html.nothing(.noStages) }
            html.wide(.mapCaption) { html in
                html.element("table", .literal("class", "journey")) { html in
                    html.say(.mapCaption, in: "caption", .literal("class", "unseen"))
                    html.element("thead") { chevrons(map, into: &$0) }
                    html.element("tbody") { html in
                        customersRow(map, into: &html)
                        for lane in map.lanes { laneRow(lane, into: &html) }
                        curveRow(map, into: &html)
                        painRow(map, into: &html)
                        voiceRow(map, into: &html)
                        nextRow(map, into: &html)
                    }
                }
            }
            html.note(.mapKey)
            if let unmapped = map.unmapped, unmapped.count("customers") > 0 {
                html.note(.mapUnmapped, ["n": .cell(unmapped.cell("customers"), .count)])
            }
            mapSources(map, into: &html)
            stageChannels(into: &html)
        }
    }

    private func chevrons(_ map: JourneyMap, into html: inout HTML) {
        html.row { html in
            html.say(
                .rowStage, in: "th", .literal("scope", "col"), .literal("class", "unseen-cell"))
            for stage in map.stages {
                html.element("th", .literal("scope", "col"), .literal("class", "chev")) { html in
                    html.element("div") { $0.name(cut(names.stage(stage.text("stage")))) }
                }
            }
        }
    }

    private func mapRow(
        _ title: Phrase, _ tone: StaticString, note: Phrase? = nil, count: Int,
        into html: inout HTML, _ cell: (Int, inout HTML) -> Void
    ) {
        html.element("tr", .literal("class", tone)) { html in
            html.element("th", .literal("scope", "row")) { html in
                html.say(title)
                if let note { html.say(note, in: "small") }
            }
            for stage in 0..<count {
                html.element("td", .heading(words.text(title))) { cell(stage, &$0) }
            }
        }
    }

    private func customersRow(_ map: JourneyMap, into html: inout HTML) {
        let most = Double(max(map.stages.map { $0.count("customers") }.max() ?? 0, 1))
        mapRow(.rowCustomers, "who", count: map.stages.count, into: &html) { index, html in
            let stage = map.stages[index]
            html.strong(stage.cell("customers"), .count)
            html.bar(stage.cell("customers"), of: most)
            guard stage.number("advance_rate") != nil else { return }
            html.say(
                .goOn, ["rate": .cell(stage.cell("advance_rate"), .wholePercent)], in: "small")
            guard stage.number("median_s") != nil else { return }
            html.say(.afterTime, ["time": .cell(stage.cell("median_s"), .duration)], in: "small")
        }
    }

    private func laneRow(_ lane: JourneyMap.Lane, into html: inout HTML) {
        let contact = cut(names.contact(lane.contact))
        html.element("tr", .literal("class", "lane")) { html in
            html.element("th", .literal("scope", "row")) {
                $0.name(contact)
            }
            for stops in lane.cells {
                html.element("td", .heading(contact)) { html in
                    guard !stops.isEmpty else { return }
                    html.element("ul") { html in
                        for stop in stops.prefix(Self.mostStops) { self.stop(stop, into: &html) }
                        let left = stops.count - Self.mostStops
                        if left > 0 {
                            html.say(
                                .moreHere, ["n": .derived(Double(left), .count, .sum([]))], in: "li"
                            )
                        }
                    }
                }
            }
        }
    }

    private func stop(_ stop: JourneyMap.Stop, into html: inout HTML) {
        let radius = 2 + 6 * stop.size
        html.element("li") { html in
            html.element(
                "svg", .literal("width", "16"), .literal("height", "16"),
                .literal("aria-hidden", "true")
            ) { svg in
                svg.mark(
                    "circle",
                    [
                        .literal("class", "stop"), .literal("cx", "8"), .literal("cy", "8"),
                        .length("r", radius),
                    ])
            }
            html.element("span") { html in
                html.name(cut(names.touchpoint(stop.touchpoint.text("touchpoint"))))
                html.text(" ")
                html.span(stop.touchpoint.cell("customers"), .count)
            }
        }
    }

    private func curveRow(_ map: JourneyMap, into html: inout HTML) {
        guard map.experience.contains(where: { $0 != nil }) else { return }
        let curve = ExperienceCurve(
            map.experience.map { row in
                row.flatMap { $0.count("customers") == 0 ? nil : $0.number("share") }
            })
        let worst = map.experience.compactMap { $0?.number("share") }.max() ?? 0
        mapRow(
            .rowExperience, "how", note: .rowExperienceNote, count: map.experience.count,
            into: &html
        ) { stage, html in
            html.element("div") { html in
                if let row = map.experience[stage], let y = curve.points[stage] {
                    draw(curve, stage, into: &html)
                    point(row, at: y, worst: worst, into: &html)
                } else {
                    html.say(.nobodyHere, in: "small")
                }
            }
        }
    }

    private func draw(_ curve: ExperienceCurve, _ stage: Int, into html: inout HTML) {
        let box = ExperienceCurve.box
        html.element(
            "svg", .literal("class", "curve"), .literal("aria-hidden", "true"),
            .box(box.width, box.height), .literal("preserveAspectRatio", "none")
        ) { svg in
            if let area = curve.area(stage) {
                svg.mark("path", [.literal("class", "area"), .path(area)])
            }
            svg.stroke((0, box.zero), (box.width, box.zero), .literal("class", "zero"))
            if let line = curve.line(stage) {
                svg.mark("path", [.literal("class", "line"), .path(line)])
            }
        }
    }

    /// The stage's point and its share, over a part of the curve that stretches with the column; a narrow
    /// window puts them elsewhere.
    private func point(_ row: Row, at y: Double, worst: Double, into html: inout HTML) {
        let share = row.number("share") ?? 0
        let isFew = row.count("customers") < Detail.fewUnits
        let isHigh = share > 0 && share >= worst / 2 && !isFew
        html.element(
            "svg", .literal("class", "spots"), .literal("width", "100%"),
            .length("height", ExperienceCurve.height)
        ) { svg in
            svg.element("g", .literal("class", "spot"), .lowered(y)) { svg in
                svg.mark(
                    "circle",
                    [
                        .literal("class", isHigh ? "at high" : "at"), .literal("cx", "50%"),
                        .length("r", isHigh ? 6 : 4),
                    ])
                svg.open(
                    "text",
                    [
                        .literal("class", isHigh ? "m high" : isFew ? "m few" : "m"),
                        .literal("x", "50%"), .length("y", 20),
                    ])
                svg.tspan(row.cell("share"), .wholePercent)
                svg.close("text")
            }
        }
    }

    private func painRow(_ map: JourneyMap, into html: inout HTML) {
        mapRow(.rowPain, "pain", count: map.pains.count, into: &html) { stage, html in
            switch map.pains[stage] {
            case .sure(let row): surePain(row, into: &html)
            case .met(let row, let isCompared): met(row, isCompared, into: &html)
            case nil: break
            }
        }
    }

    private func surePain(_ row: Row, into html: inout HTML) {
        html.element("a", .link(anchor(ofSignal: row)), .literal("class", "loss")) {
            $0.name(cut(names.signal(row.text("signal"))))
        }
        html.say(
            .painEffect,
            [
                "rd": .cell(row.cell("risk_difference"), .barePoints),
                "low": .cell(row.cell("rd_low"), .barePoints),
                "high": .cell(row.cell("rd_high"), .barePoints),
            ], in: "small")
        guard row.number("value_at_risk") != nil else { return }
        html.element("small") {
            $0.span(row.cell("value_at_risk"), .about(row.text("currency")))
        }
    }

    private func met(_ row: Row, _ isCompared: Bool, into html: inout HTML) {
        html.element("b") { $0.name(cut(names.signal(row.text("signal")))) }
        html.say(
            isCompared ? .metWithoutEffect : .metTooFew,
            ["units": .counted(.countedCustomers, row.cell("customers"))], in: "small")
    }

    private func voiceRow(_ map: JourneyMap, into html: inout HTML) {
        guard map.voices.contains(where: { !$0.isEmpty }) else { return }
        mapRow(.rowVoices, "voices", count: map.voices.count, into: &html) { stage, html in
            for row in map.voices[stage] { voice(row, into: &html) }
        }
    }

    private func voice(_ row: Row, into html: inout HTML) {
        let isScore = row.text("metric") == "nps"
        let figure: Figure = isScore ? .score : .wholePercent
        html.element("p", .literal("class", Self.tone(ofVoice: row))) { html in
            html.text(words.text(shortMetric(row)) + " ")
            html.strong(row.cell("value"), figure)
        }
        html.say(
            .voiceSure,
            [
                "n": .cell(row.cell("denominator"), .count),
                "low": .cell(row.cell("ci_low"), isScore ? .score : .barePoints),
                "high": .cell(row.cell("ci_high"), isScore ? .score : .barePoints),
            ], in: "small")
    }

    /// Good or bad where the whole interval lies on one side of the middle of the scale.
    private static func tone(ofVoice row: Row) -> StaticString {
        let middle: Double? =
            switch row.text("metric") {
            case "nps": 0
            case "csat": 0.5
            default: nil
            }
        guard let middle, let low = row.number("ci_low"), let high = row.number("ci_high") else {
            return "fair"
        }
        return low > middle ? "good" : high < middle ? "loss" : "fair"
    }

    private func shortMetric(_ row: Row) -> Phrase {
        switch row.text("metric") {
        case "nps": .shortNPS
        case "csat": .shortCSAT
        default: .shortAnswered
        }
    }

    private func nextRow(_ map: JourneyMap, into html: inout HTML) {
        mapRow(
            .rowNext, "next", note: .rowNextNote, count: map.stages.count, into: &html
        ) { $1.element("div") }
    }

    private func mapSources(_ map: JourneyMap, into html: inout HTML) {
        html.element("p", .literal("class", "src")) { html in
            if map.left > 0 {
                html.say(.moreIn, ["n": .derived(Double(map.left), .count, .sum([]))])
                html.text(" ")
            }
            for (index, table) in [
                TableName.stages, .touchpoints, .experience, .friction, .metrics,
            ].enumerated() {
                if index > 0 { html.text(", ") }
                html.code(table.file)
            }
        }
    }
}
