extension Page {
    /// A chart as a file.
    struct Drawing {
        /// In our own words and numbers: `friction-1.svg`.
        let name: String
        let bytes: [UInt8]
    }

    /// All charts of the page, in its order.
    func charts() -> [Drawing] {
        var drawings: [Drawing] = []
        func add(_ name: String, _ chart: (some Chart)?) {
            guard let chart else { return }
            drawings.append(Drawing(name: name + ".svg", bytes: HTML.file(chart, words)))
        }
        for funnel in shownFunnels {
            add("leave-\(funnel.number)", bars(of: funnel))
            add("friction-\(funnel.number)", frictionChart(funnel))
            add("steps-\(funnel.number)", whiskers(of: funnel))
            add("times-\(funnel.number)", histogram(of: funnel))
            add("trend-\(funnel.number)", trendChart(of: funnel))
            for index in Self.breakdowns(funnel).indices {
                add(
                    "segments-\(funnel.number)-\(index + 1)",
                    segmentChart(of: funnel, breakdown: index))
            }
            add("correlation-\(funnel.number)", correlationChart(of: funnel))
        }
        add("map", stageChart())
        add("changes", changeChart())
        add("paths", pathFlow().map(pathChart))
        add("transitions", transitionChart())
        add("hours", hourChart())
        add("returns", returnChart())
        add("retention", retentionChart())
        return drawings
    }

    /// Stages by channels as a drawing of its own.
    private func stageChart() -> HeatChart? {
        let grid = StageChannels(tables, most: min(detail.heat, 12))
        guard !grid.stages.isEmpty else { return nil }
        return HeatChart(
            title: words.text(.stagesByChannel), summary: words.text(.stagesByChannelNote),
            rows: grid.channels.map { names.channel($0.name) },
            columns: grid.stages.map { names.stage($0.text("stage")) },
            cells: grid.channels.map { $0.cells.map { $0?.number("customers") } }
        ) { words.show($0, .count) }
    }
}
