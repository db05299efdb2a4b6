// The words of the page in English.
extension Phrase {
    var english: StaticString {
        switch self {
        case .customerJourneys: "Customer journeys"
        case .until: " – "
        case .whatWasRead:
            """
            {customers} {customers|customer|customers}, {sessions} {sessions|visit|visits}, \
            {events} {events|event|events}. Days and hours in {zone}.
            """
        case .partOfTheRows: "*Only a part of the rows:*"
        case .partSince: " from {time}"
        case .partUntil: " before {time}"
        case .nobodyEntered: "Nobody began one of the journeys that are counted."
        case .nobodyEnteredWhy:
            """
            Nobody reached the first step of a funnel. Does it match what the log holds? \
            `funnelstats check` tells.
            """
        case .noTouchpoints: "No touchpoint was seen either: the log held no rows."
        case .touchpointsSeen: "Touchpoints that were seen, with their events:"
        case .cameTo: "{units} came to {first}."
        case .noneConverted: "Of {units} at {first} none has got to {last} yet."
        case .oneInConverted: "One in {n} {units} at {first} got to {last}."
        case .shareConverted: "{rate} of the {units} at {first} got to {last}."
        case .mostLeaveAt: "Most are lost at {step}: {left} of {reached}."
        case .moreLeave: "About {n} more {n|leaves|leave} where they meet “{signal}”."
        case .moreLeaveWorth: "About {n} more {n|leaves|leave} where they meet “{signal}”: {value}."
        case .linesUsed: "{share} of the log lines are counted ({trust})."
        case .rowsUsed: "{share} of the rows are counted ({trust})."
        case .whereTheRestWent: "where the rest went"
        case .incomplete:
            """
            *Incomplete:* {share} of those who left may still go on within their {window}, so \
            the rates of the latest days will rise.
            """
        case .dataQuality: "*Data quality:* "
        case .countedCustomers: "{n} {n|customer|customers}"
        case .countedVisitors: "{n} {n|visitor|visitors}"
        case .countedSessions: "{n} {n|visit|visits}"
        case .customers: "customers"
        case .visitors: "visitors"
        case .sessions: "visits"
        case .amongCustomers: "customers"
        case .amongVisitors: "visitors"
        case .amongSessions: "visits"
        case .windowNone: "time"
        case .seconds: "{n} {n|second|seconds}"
        case .minutes: "{n} {n|minute|minutes}"
        case .hours: "{n} {n|hour|hours}"
        case .days: "{n} {n|day|days}"
        case .monthNames: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        case .dayMonth: "{day} {month}"
        case .dayMonthYear: "{day} {month} {year}"
        case .dayRange: "{from} – {to}"
        case .moment: "{day} {hour}:{minute}"
        case .span: "{low} to {high}"
        case .sections: "Sections"
        case .toTheTop: "↑ Top"
        case .stepsHeading: "Step by step"
        case .pathsHeading: "What they do"
        case .trendHeading: "Over time"
        case .segmentsHeading: "Segments"
        case .timeHeading: "How long it takes"
        case .transitionsHeading: "What follows what"
        case .hoursHeading: "When"
        case .correlationHeading: "What goes with it"
        case .trustHeading: "Can I trust it?"
        case .methodHeading: "Method and files"
        case .chart: "chart"
        case .timeAppendix: "Times of each step, and from the first step to conversion"
        case .transitionsAppendix: "From touchpoint to touchpoint, and what is done again"
        case .hoursAppendix: "Events and conversions by weekday and hour"
        case .correlationAppendix: "Odds ratios of touchpoints and properties"
        case .methodAppendix: "What the words mean, how it was made, the tables"
        case .glanceHeading: "The main findings"
        case .leaveHeading: "Where they leave"
        case .tileEntered: "Came"
        case .tileRate: "Conversion"
        case .tileConverted: "Conversions"
        case .tileTime: "Half convert in"
        case .tileByDay: "By day"
        case .tileByWeek: "By week"
        case .tileByMonth: "By month"
        case .sparkSummary: "Conversion by day of entry, {from} to {to}"
        case .ofEntered: "of {units}"
        case .oneInTenOver: "one in ten over {time}"
        case .nobodyYet: "nobody yet"
        case .tooFewYet: "too few in each yet"
        case .shortCaption: "The steps of the funnel in short"
        case .columnStep: "step"
        case .columnReached: "reached"
        case .columnBar: "left here"
        case .columnContinued: "of the step before"
        case .percentOfStep:
            "Percent: of the step before. Counted are {units}, however long they take."
        case .percentOfStepWithin:
            "Percent: of the step before. Counted are {units}, within {window} of the first step."
        case .moreSteps: "{n} more {n|step|steps} below."
        case .leftHere: "{left} left"
        case .leftAndOpen: "{left} left, {open} may still come"
        case .otherFunnels: "Other {n|funnel|funnels}:"
        case .countOfEntered: "{n} of {all} ({rate})"
        case .howCounted: "How this is counted"
        case .noFindings: "Nothing stands out: nobody left, and no signal was compared."
        case .findingFriction: "{signal}: {rd} points more leave"
        case .findingNoFriction: "No bad experience stands out"
        case .findingDropoff: "{from} → {to}: {rate} go no further"
        case .findingChange: "{what}: {after}, before {before}"
        case .findingAnswers: "Support answers after {median}"
        case .findingSlow: "{step} takes {median}"
        case .theEnd: "the end"
        case .whyFriction:
            """
            {exposed} of {eligible} at {from} met it. Linked, not proven: 95 % interval {low} \
            to {high} points. {link}
            """
        case .whyNoFriction: "No signal goes with clearly more drop-off. {link}"
        case .whyHabit:
            """
            What people do who are leaving anyhow: {signal}, {rd} points more leave ({low} to \
            {high}). {link}
            """
        case .whyDropoff: "{left} of {reached} stopped here. {link}"
        case .whyDropoffOpen: "{left} of {reached} stopped here; {open} may still come. {link}"
        case .whyChange: "95 % interval {low} to {high} points; q {q}. {link}"
        case .whyAnswers: "Half of {n} waited longer, one in ten over {p90}. {link}"
        case .whySlow: "Half take longer from the step before, one in ten over {p90}. {link}"
        case .seeHowSure: "See how sure"
        case .seeTheSignals: "See the signals"
        case .seeTheStep: "See the step"
        case .seeTheChange: "See the change"
        case .seeTheMetrics: "See the metrics"
        case .moreDropoffs: "{n|more drop-off|more drop-offs}"
        case .aboutDropoffs: "about {n} {n|drop-off|drop-offs}"
        case .leftSoFar: "left so far"
        case .withinADay: "within a day"
        case .halfTakeLonger: "half take longer"
        case .noSignalFired: "No friction signal fired between the steps of a funnel."
        case .noStages:
            """
            No stage is known: give the touchpoints of the journey file a stage, and the map is \
            drawn.
            """
        case .mapCaption: "Journey map"
        case .mapKey:
            """
            Customers of a stage, each once. A touchpoint stands where it meets people; its dot \
            grows with its customers. Go on: to a later stage, and how long half of them took. \
            How it went: share of the stage’s customers who met an error, an error page, \
            repeated clicks, a page again and again or repeated tries.
            """
        case .mapUnmapped:
            "{n} {n|customer|customers} also came to touchpoints that belong to no stage."
        case .rowStage: "stage"
        case .rowCustomers: "Customers"
        case .rowExperience: "How it went"
        case .rowExperienceNote: "Share who met something bad. Lower is harder."
        case .rowPain: "Where it hurts"
        case .rowVoices: "What they say"
        case .rowNext: "Next move"
        case .rowNextNote: "write here"
        case .goOn: "{rate} go on →"
        case .afterTime: "after {time}"
        case .moreHere: "{n} more"
        case .nobodyHere: "nobody came"
        case .painEffect: "{rd} points more leave ({low} to {high})"
        case .metWithoutEffect: "{units}, no clear effect"
        case .metTooFew: "{units}, too few to compare"
        case .voiceSure: "{n} {n|answer|answers} ({low} to {high})"
        case .shortNPS: "NPS"
        case .shortCSAT: "Satisfied"
        case .shortAnswered: "Answered in a day"
        case .moreIn: "{n} more in"
        case .stagesByChannel: "Stages by channel"
        case .stagesByChannelNote:
            """
            In each cell: customers with the stage in a visit of the channel, the share who \
            went on to a later stage, and the median time until they did. Darker: more \
            customers.
            """
        case .columnChannel: "channel"
        case .allChannels: "all channels"
        case .nothingToCompare:
            """
            There is nothing to compare with yet. `funnelstats compare BEFORE/ AFTER/ -o \
            AFTER/compare.csv` puts a period before beside this one.
            """
        case .noClearChange:
            "No rate changed for sure: none has a q below 0.05 with at least 30 on both sides."
        case .changeSentence:
            """
            *{what}:* {after} now, {before} before. {verdict} by {difference} (95 % interval \
            {low} to {high}; q {q}).
            """
        case .changeTold: "{what}: {before} before, {after} after"
        case .better: "Better"
        case .worse: "Worse"
        case .changed: "Changed"
        case .comparisonChart: "Before and after"
        case .comparisonKey:
            """
            Ring: before. Dot: after. Line: the 95 % interval of the change, drawn from the \
            ring; where it holds the ring, the change is not sure. Green: better, orange: worse.
            """
        case .notComparable:
            """
            Not comparable, since they stand on one side only: {n} {n|rate|rates}, among them \
            {names}.
            """
        case .clearChanges: "All changes that are sure, in numbers"
        case .clearChangesCaption:
            "Changes against the period before with q below 0.05, at least 30 on both sides"
        case .columnBefore: "before"
        case .columnAfter: "after"
        case .columnDifference: "difference"
        case .columnWhat: "what"
        case .columnLow: "95 % low"
        case .columnHigh: "95 % high"
        case .columnQ: "q"
        case .columnKey: "row of the tables"
        case .ofFunnelConverted: "{name}: converted"
        case .ofFunnelExpected: "{name}: conversion expected"
        case .ofTouchpointErrors: "{name}: errors"
        case .ofTouchpointExits: "{name}: last of a visit"
        case .ofTouchpointAgain: "{name}: done again"
        case .ofStageWentOn: "{name}: went on"
        case .ofStepLeft: "{name}: left here"
        case .entry: "(start)"
        case .exit: "(left)"
        case .other: "(other)"
        case .unmapped: "(no touchpoint)"
        case .conversion: "(converted)"
        case .none: "(none)"
        case .anySteps: "At least {n} of the steps"
        case .contactWeb: "Website"
        case .contactApp: "App"
        case .contactEmail: "E-mail"
        case .contactSMS: "Text message"
        case .contactSocial: "Social media"
        case .contactChat: "Chat"
        case .contactPhone: "Phone"
        case .contactStore: "Store"
        case .signalServerError: "Server error"
        case .signalClientError: "Failed request"
        case .signalNotFound: "Page not found"
        case .signalDenied: "Access denied"
        case .signalSlow: "Slow page"
        case .signalRapidRepeat: "Repeated clicks"
        case .signalPageLoop: "Same page again and again"
        case .signalQuickBack: "Straight back"
        case .signalPingPong: "Back and forth"
        case .signalUTurn: "Back to an earlier step"
        case .signalRetryLoop: "Repeated tries"
        case .signalLongDwell: "Long pause"
        case .signalSearchRefinement: "Searched again"
        case .signalSupportContact: "Asked support"
        case .signalResumedLater: "Came back later"
        case .metricConversionRate: "Conversion"
        case .metricOrderValue: "Average order"
        case .metricRepeatPurchase: "Buy again"
        case .metricAbandonment: "Abandoned"
        case .metricBounce: "One page only"
        case .metricErrorSessions: "Visits with an error"
        case .metricReturn7: "Return within 7 days"
        case .metricReturn30: "Return within 30 days"
        case .metricReturn7Difference: "Return within 7 days, after bad less after good"
        case .metricReturn30Difference: "Return within 30 days, after bad less after good"
        case .metricSupport: "Visits that ask support"
        case .metricResponseMedian: "First answer, half wait longer"
        case .metricResponseP90: "First answer, one in ten waits longer"
        case .metricAnswered: "Answered within a day"
        case .metricNPS: "NPS"
        case .metricCSAT: "Satisfied (CSAT)"
        case .metricReferral: "Recommend"
        case .modelFirst: "First touch"
        case .modelLast: "Last touch"
        case .modelLastNonDirect: "Last, not direct"
        case .modelLinear: "Equal shares"
        case .modelPosition: "First and last most"
        case .modelDecay: "Later more"
        case .modelMarkov: "Markov chain"
        case .modelShapley: "Shapley value"
        case .channelDirect: "Direct"
        case .channelCrossNetwork: "Cross-network"
        case .channelPaidShopping: "Paid shopping"
        case .channelPaidSearch: "Paid search"
        case .channelPaidSocial: "Paid social"
        case .channelPaidVideo: "Paid video"
        case .channelDisplay: "Display ads"
        case .channelPaidOther: "Other paid"
        case .channelOrganicShopping: "Shopping sites"
        case .channelOrganicSocial: "Social media"
        case .channelOrganicVideo: "Video sites"
        case .channelOrganicSearch: "Search"
        case .channelAssistant: "AI assistants"
        case .channelReferral: "Other sites"
        case .channelEmail: "E-mail"
        case .channelAffiliates: "Affiliates"
        case .channelAudio: "Audio"
        case .channelSMS: "Text message"
        case .channelPush: "Push messages"
        case .channelUnassigned: "Unassigned"
        case .channelStore: "Store"
        case .channelPhone: "Phone"
        case .channelChat: "Chat"
        case .channelNone: "No channel"
        case .deviceDesktop: "Computer"
        case .deviceMobile: "Mobile"
        case .deviceTablet: "Tablet"
        case .deviceTV: "Television"
        case .deviceServer: "Server"
        case .columnNameDevice: "Device"
        case .columnNameChannel: "Channel"
        case .columnNameCountry: "Country"
        case .columnNameSite: "Site"
        case .columnNameSource: "Source"
        case .columnNameMedium: "Medium"
        case .columnNameCampaign: "Campaign"
        case .columnNameReferrer: "Referrer"
        case .columnNamePage: "Page"
        case .columnNameEvent: "Event"
        case .skip: "Skip to the report"
        case .tableMissing:
            """
            {table} is not in this folder. Run funnelstats again: this version writes it.
            """
        case .tableEmpty: "{table} has no rows: {why}."
        case .whyNobodyEntered: "nobody entered a funnel"
        case .whyNobodyConverted: "nobody converted"
        case .whyNobodyLeft: "nobody left between two steps"
        case .whyNoSignal: "no friction signal fired"
        case .whyNoConversion: "there was no conversion"
        case .whyNoWeek: "no period after the first one is over yet"
        case .whyNoStage: "the journey file gives no touchpoint a stage"
        case .whyNoChange: "no rate stands in both folders"
        case .whyNoRows: "the log held no rows"
        case .noFunnel: "No funnel was counted. Give the journey file a `[[funnel]]`."
        case .moreFunnels: "{n} more {n|funnel|funnels} in {table}."
        case .unitPoints: "pp"
        case .unitMillisecond: "ms"
        case .unitSecond: "s"
        case .unitMinute: "min"
        case .unitHour: "h"
        case .unitDay: "d"
        case .unitThousand: "k"
        case .unitMillion: "M"
        case .decimalMark: "."
        case .paleIsFew: "Pale: fewer than 30, or nothing."
        case .dashed: "Dashed line: {words}."
        case .noDifference: "no difference"
        case .entered: "entered"
        case .allSteps: "… {n} steps in all"
        case .ruleUnit: "Counted are {units}."
        case .ruleHold: "Each value of {names} counts for itself."
        case .orderOrdered: "The steps count in their order; other rows may lie between them."
        case .orderStrict: "The steps have to follow each other directly."
        case .orderUnordered: "The steps count in any order."
        case .entryFirst: "The attempt from the first time on counts."
        case .entryBest: "Of several attempts the one that came furthest counts."
        case .entryEvery: "Every attempt counts."
        case .entryAny: "Whoever did a step reached it, however they came."
        case .ruleNoWindow: "They may take as long as they like."
        case .ruleWindow: "All within {window} of the first step."
        case .ruleWindowPrevious: "Each within {window} of the step before."
        case .exclusionRemove: "{name} between steps {from} and {to} takes them out."
        case .exclusionCut: "{name} between steps {from} and {to} ends the attempt."
        case .exclusionReset: "{name} between steps {from} and {to} starts the attempt anew."
        case .ruleBreakdown: "Segments by {names}, from the row {row}."
        case .ruleLike: "As {name} counts."
        case .ruleNotReproduced: "Not reproduced: {text}."
        case .ruleOptional: "optional"
        case .ruleFirstTime: "for the first time"
        case .ruleWithin: "within {window}"
        case .ruleAfter: "after {window} at least"
        case .allFunnels: "All funnels"
        case .columnFunnel: "funnel"
        case .columnEntered: "entered"
        case .columnConverted: "converted"
        case .columnRate: "rate"
        case .columnMedian: "median"
        case .frictionIntro:
            """
            Each row compares those who met something after a step with those who had come as \
            far without it. A dot right of the dashed line: more of them left before the next \
            step. Harder tasks meet more of these, and no log can rule that out: linked, not \
            proven.
            """
        case .frictionFolded: "All numbers of these signals"
        case .withoutEstimate: "Signals without an estimate"
        case .withoutEstimateCaption:
            """
            Signals with too few units to compare, and those that contradict themselves
            """
        case .noEstimate: "No signal has an estimate: too few met one to compare."
        case .frictionTitle: "Where it hurts: {name}"
        case .frictionTold: "{name}: {rd} ({low} to {high})"
        case .frictionCaption: "Friction, ranked; the plain rates are for comparison only"
        case .frictionMethod:
            """
            Difference, interval and q: risk difference within strata of equally many rows or \
            attempts (Mantel–Haenszel), 95 %, Benjamini–Hochberg. Excess: drop-offs more than \
            without the signal. Score: share of the step’s drop-off associated with the signal, \
            at the lower limit. Bad experiences come first, then obstacles, then habits of \
            those who are leaving anyhow.
            """
        case .frictionThresholds:
            """
            Thresholds: slow over {slow} ms, repeated clicks {repeat}, same page {loop}, \
            straight back {back}, repeated tries {retry}, long pause {dwell}, asked support \
            {support}; an estimate needs {units} exposed and others, {cell} in each cell.
            """
        case .answersNothing: "{name} answers no attempt."
        case .answersAttempts: "{name} answers an attempt at {attempts}."
        case .signalsOff: "Switched off: {names}."
        case .cure:
            """
            *Unclear:* {signal} between {from} and {to}. The two ways to compare contradict \
            each other; say in the journey file what {key} answers: `answers = […]`.
            """
        case .anErrorTouchpoint: "a touchpoint of kind error for it"
        case .signalsFolded: "How often each signal fired"
        case .signalsCaption: "Firings of each signal, over all rows"
        case .columnSignal: "signal"
        case .columnBetween: "between"
        case .columnStatus: "status"
        case .columnClock: "compared by"
        case .columnMoreLeave: "more leave"
        case .columnExcess: "excess"
        case .columnScore: "score"
        case .columnRank: "rank"
        case .columnCompared: "compared"
        case .columnExposed: "exposed"
        case .columnEligible: "eligible"
        case .columnAtRisk: "value at risk"
        case .columnPlainExposed: "plain: exposed"
        case .columnPlainOthers: "plain: others"
        case .columnTouchpoint: "touchpoint"
        case .columnTimes: "times"
        case .columnSessions: "visits"
        case .columnCustomers: "customers"
        case .columnThreshold: "threshold"
        case .statusOK: "more leave"
        case .statusProtective: "fewer leave"
        case .statusInconclusive: "no clear effect"
        case .statusUnclear: "unclear"
        case .statusInsufficient: "too few"
        case .clockRows: "rows"
        case .clockAttempts: "attempts"
        case .clockBoth: "both"
        case .keyWentOn: "went on"
        case .keyLeft: "went no further"
        case .keyOpen: "of them still open"
        case .tooManySteps: "No bars: there are more than 12 steps. The table has them all."
        case .stepContinued: "{rate} went on; {left} left."
        case .nextMost: "Most often next: {name} ({n})."
        case .nextNothing: "Most often nothing followed ({n})."
        case .leaveTitle: "Where they leave: {name}"
        case .nextFolded: "Where those who left went next"
        case .nextCaption: "The next touchpoints of those who went no further"
        case .columnNext: "next"
        case .columnUnits: "units"
        case .columnShare: "share"
        case .stepCaption: "Steps"
        case .stepNote:
            """
            Of step 1: of all who entered. Of the step before: of those who reached it, who \
            went on from there, with the 95 % interval of Wilson. Times count from the step \
            before. Grey: fewer than 30.
            """
        case .columnNumber: "no."
        case .columnOfFirst: "of step 1"
        case .columnLeft: "left"
        case .columnLeftOfThese: "left of these"
        case .columnOpen: "still open"
        case .columnP75: "p75"
        case .columnP90: "one in ten over"
        case .columnChange: "change of rate"
        case .pathsTitle: "What they do: the first five touchpoints"
        case .pathsNote:
            """
            Paths that are listed in the table cover {share} of the customers. They end at the \
            first conversion.
            """
        case .ribbonsNote:
            """
            Ribbons do not chain: a ribbon tells of two neighbours, not of who came from further \
            left. After the fifth touchpoint a ribbon leads to how the path ended. The thinnest \
            ribbons are left out.
            """
        case .pathsFolded: "The most frequent paths"
        case .pathsCaption: "Paths, by customers"
        case .columnPath: "path"
        case .columnSoFar: "so far"
        case .flowStep: "Touchpoint {n}"
        case .flowEnds: "How the others ended"
        case .flowNext: "most often then {name}, {share}"
        case .transitionsIntro:
            """
            Of all times that a touchpoint (row) was seen in a visit, the share after which the \
            next (column) followed; touchpoints in the order of their stages, conversions in \
            green. The median time between stands in each cell’s title.
            """
        case .transitionsCaption: "From touchpoint to touchpoint, within visits"
        case .columnFrom: "from"
        case .medianTold: "median {time}"
        case .againHeading: "Done again"
        case .againFolded: "Touchpoints that visits come back to"
        case .againCaption: "Rework: self loops and repetitions, most visits first"
        case .columnSelfLoops: "self loops"
        case .columnRepetitions: "repetitions"
        case .columnRework: "rework rate"
        case .columnConvertWith: "convert with"
        case .columnConvertWithout: "convert without"
        case .stepTimesHeading: "From the step before: half and nine in ten"
        case .stepTimesTitle: "How long each step takes: {name}"
        case .stepTimeTold: "{name}: half within {median}, one in ten over {p90}"
        case .noStepTimes: "No step was reached in a measured time."
        case .convertTimesHeading: "From the first step to conversion"
        case .convertTimesTitle: "Time to convert: {name}"
        case .timeTold: "up to {time}: {n}"
        case .timesFolded: "Times to convert as a table"
        case .timesCaption: "Conversions by time from the first step"
        case .columnOver: "over"
        case .columnUpTo: "up to"
        case .trendNote:
            """
            Dots: share of those who entered in the period and converted, with the 95 % \
            interval. Bars: how many entered; each counts once, in the period of entry. Shaded: \
            some windows end after the data, so these rates will rise. Grey: that, or fewer \
            than 30 entered.
            """
        case .trendByWeek:
            """
            Drawn by week from Monday, since there are more than 45 days; the table has each \
            day.
            """
        case .trendByMonth:
            """
            Drawn by month, since there are many periods; the table has each of them.
            """
        case .trendTitle: "Over time: {name}"
        case .periodTold: "{day}: {rate} of {n}"
        case .stillOpenTold: "{n} still open"
        case .trendFolded: "Rates over time as a table"
        case .trendCaption: "Rates by the period of entry"
        case .columnFromDay: "from"
        case .weekdays: "Mon Tue Wed Thu Fri Sat Sun"
        case .eventsByHour: "Events by weekday and hour"
        case .conversionsByHour: "Conversions per visit"
        case .columnHour: "hour"
        case .hoursNote:
            """
            Hours in {zone}. Visits count by their start, conversions by their own time; an \
            hour without visits is empty.
            """
        case .noBreakdown:
            """
            No breakdown was asked for: give the funnel a breakdown, and its segments stand \
            here.
            """
        case .byBreakdown: "By {name}"
        case .smallSegments: "No segment has five entrants."
        case .allSegments: "all, {rate}"
        case .segmentTold: "{name}: {rate} of {n}"
        case .segmentsTitle: "Segments by {breakdown}: {name}"
        case .segmentsFolded: "Segments as a table"
        case .segmentsCaption: "Segments, largest first"
        case .columnSegment: "segment"
        case .columnExpected: "expected"
        case .columnMostLeaveAt: "most leave at"
        case .columnLeftThere: "left there"
        case .metricsHeading: "Journey metrics"
        case .metricsFolded: "All metrics as a table"
        case .metricsCaption: "Metrics"
        case .groupBuying: "Buying"
        case .groupLeaving: "Leaving"
        case .groupTrouble: "Trouble and help"
        case .groupLoyalty: "Loyalty"
        case .ofCount: "of {n}"
        case .ofCountSure: "{low} to {high}, of {n}"
        case .columnMetric: "metric"
        case .columnUnit: "unit"
        case .columnOfThese: "of these"
        case .columnCounted: "counted"
        case .afterBad: "after a bad visit"
        case .afterClean: "after a good visit"
        case .perSession: "visits"
        case .perCustomer: "customers"
        case .perRequest: "requests"
        case .perAnswer: "answers"
        case .inTime: "time"
        case .returnsHeading: "Return after a bad and after a good visit"
        case .returnDifference7:
            """
            Within 7 days, a bad visit is associated with {value} return (95 % interval {low} \
            to {high}).
            """
        case .returnDifference30:
            """
            Within 30 days, a bad visit is associated with {value} return (95 % interval {low} \
            to {high}).
            """
        case .columnReturn: "return"
        case .return7AfterBad: "7 days, after a bad visit"
        case .return7AfterClean: "7 days, after a good visit"
        case .return30AfterBad: "30 days, after a bad visit"
        case .return30AfterClean: "30 days, after a good visit"
        case .whoComesHeading: "Who comes"
        case .whoComesIntro:
            """
            Of those who come in a period, new customers were never there before, returning \
            ones were in the period before, and resurrected ones only earlier. Who comes in \
            several periods counts in each: periods do not add up to customers.
            """
        case .customersByDay: "Customers by day"
        case .customersByWeek: "Customers by week, from Monday"
        case .customersByMonth: "Customers by month"
        case .columnNew: "new"
        case .columnReturning: "returning"
        case .columnResurrected: "resurrected"
        case .columnConversions: "conversions"
        case .columnValue: "value"
        case .retentionHeading: "Who comes back"
        case .retentionCaption: "Retention by {period}, since: {start}"
        case .columnCohort: "first {period}"
        case .firstSeen: "first seen"
        case .retentionFirst:
            """
            Of the customers first seen in a {period}, the share that came back later.
            """
        case .retentionFrom:
            """
            Of the customers who first came to {name} in a {period}, the share that came back \
            later.
            """
        case .retentionReturning: "Coming back is a row of {name}."
        case .retentionAny: "Coming back is any visit."
        case .retentionCalendar:
            """
            The numbers over the columns are {periods} of the calendar. It is no funnel: a \
            later one may be higher.
            """
        case .retentionRollingDays:
            """
            The numbers over the columns are times 24 hours from the start of each customer. It \
            is no funnel: a later one may be higher.
            """
        case .retentionRollingWeeks:
            """
            The numbers over the columns are times 7 days from the start of each customer. It \
            is no funnel: a later one may be higher.
            """
        case .retentionRollingMonths:
            """
            The numbers over the columns are times 30 days from the start of each customer. It \
            is no funnel: a later one may be higher.
            """
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .daysLater: "days"
        case .weeksLater: "weeks"
        case .monthsLater: "months"
        case .attributionHeading: "Which channels get the credit"
        case .attributionIntro:
            """
            Conversions of each channel by each model. All models share out the same \
            conversions.
            """
        case .attributionCaption: "Conversions by channel and model"
        case .attributionValues: "Value by channel and model"
        case .correlationIntro:
            """
            Odds ratio of converting for those with the touchpoint or property against those \
            without it, clearest first. Late touchpoints look good and early exits look bad, \
            since only who stays can meet what comes late: this is no measure of effect.
            """
        case .correlationTitle: "What goes with conversion: {name}"
        case .correlationFolded: "Odds ratios as a table"
        case .correlationCaption: "What goes with conversion, clearest first"
        case .columnName: "name"
        case .columnKind: "kind"
        case .columnConvertedWith: "converted with"
        case .columnDroppedWith: "dropped with"
        case .columnOdds: "odds ratio"
        case .kindProperty: "property"
        case .kindTouchpoint: "touchpoint"
        case .kindBreakdown: "breakdown"
        case .ledgerCaption: "Where the lines and rows went"
        case .ledgerNote:
            """
            Codes, examples and raw lines of what was rejected stand in the file of `ingest \
            --rejects`. Names that match no touchpoint: `funnelstats check`.
            """
        case .columnCount: "count"
        case .columnCheck: "check"
        case .notSupplied: "not supplied"
        case .putThereBy: "put there by {command}"
        case .addsUp: "✓ {what}"
        case .addsUpNot: "✗ does not add up: {what}"
        case .sixClasses: "the six classes below"
        case .eventsOfIngest: "events of ingest"
        case .usedAndTwice: "used and delivered twice"
        case .usedTwiceLeftOut: "used, delivered twice and left out"
        case .rowsOfSessionize: "rows that sessionize wrote"
        case .lineRead: "lines read"
        case .lineEvents: "events"
        case .lineRejected: "rejected"
        case .lineFiltered: "filtered"
        case .lineBots: "bots"
        case .lineDuplicates: "duplicates"
        case .lineBlank: "blank"
        case .lineSessionized: "rows sessionized"
        case .lineSessionizeRead: "rows sessionize read"
        case .lineNoKey: "without key"
        case .lineQuarantine: "in quarantine"
        case .lineHeld: "held over"
        case .lineLate: "late"
        case .lineVisitors: "visitors"
        case .lineLinked: "linked to a customer"
        case .lineShared: "shared by customers"
        case .lineStatsRead: "rows funnelstats read"
        case .lineUsed: "used"
        case .lineTwice: "delivered twice"
        case .lineBeforeSince: "left out: before `--since`"
        case .lineFromUntil: "left out: from `--until` on"
        case .lineNotWhere: "left out by `--where`"
        case .lineNoUnit: "rows without unit"
        case .lineRemoved: "units removed by an exclusion"
        case .lineOffScale: "feedback answers off their scale"
        case .lineUnmapped: "events that match no touchpoint"
        case .unmappedShare: "{share} of all; names: `funnelstats check`"
        case .inputsOfIngest: "Inputs of ingest"
        case .inputsOfStats: "Inputs of funnelstats"
        case .logsCaption: "Log files read"
        case .streamsCaption: "Path streams read"
        case .columnFile: "file"
        case .columnBytes: "bytes"
        case .columnLines: "lines"
        case .columnFormat: "format"
        case .columnState: "state"
        case .columnHash: "SHA-256"
        case .columnRows: "rows"
        case .columnRowHash: "hash of the rows"
        case .stateComplete: "complete"
        case .stateDamaged: "damaged"
        case .stateSkipped: "skipped"
        case .stateDuplicate: "duplicate"
        case .alarmRejected: "{share} of the lines were rejected (limit 1 %)."
        case .alarmAccounts: "ingest read {lines} lines and accounts for {accounted}."
        case .alarmInput: "Input {name} is {state}."
        case .alarmQuarantine: "{share} of the rows were put into quarantine (limit 5 %)."
        case .alarmLinked: "No visitor is linked to a customer, although users are known."
        case .alarmUnmapped:
            """
            {share} of the events match no touchpoint (limit 20 %); `funnelstats check` lists \
            their names.
            """
        case .alarmStep:
            """
            {funnel}: no row matches step {n}, {name}; `funnelstats check` suggests names.
            """
        case .glossaryFolded: "Glossary: signals, metrics, models"
        case .glossarySignals: "Signals"
        case .glossaryModels: "Models of attribution"
        case .labelsFolded: "Names and labels"
        case .labelsCaption: "Labels of the journey file, and the names that the tables have"
        case .columnLabel: "label"
        case .columnOf: "of"
        case .moreLabels: "{n} more in `manifest.json`."
        case .madeBy:
            """
            Made by {program} from the journey file of SHA-256 {hash}. The data run from \
            {start} to {end}.
            """
        case .noJourneyFile: "(none)"
        case .rulesUsed:
            """
            Attribution looks back {lookback}, half-life {half}; visits end after {timeouts}. \
            This page: {command}, a function of the folder alone.
            """
        case .noOutputs: "The manifest names no table."
        case .outputsFolded: "Tables of the folder"
        case .outputsCaption: "Tables, by `manifest.json`"
        case .columnTable: "table"
        case .termReached: "Reached"
        case .meaningReached: "Units whose deepest step is this one or a later one."
        case .termLeft: "Left"
        case .meaningLeft: "Units whose deepest step is this one; those still open are among them."
        case .termOpen: "Still open, may still come"
        case .meaningOpen:
            """
            Units that did not convert and whose window ends after the data: they may yet go on.
            """
        case .termExpected: "Expected"
        case .meaningExpected:
            """
            Kaplan–Meier estimate of the conversion rate, which counts open units as not known \
            yet.
            """
        case .termInterval: "Interval"
        case .meaningInterval:
            """
            95 %: Wilson’s for rates, Newcombe’s for differences of rates, Klingenberg’s for \
            friction.
            """
        case .termMedian: "Half, one in ten, p75"
        case .meaningMedian:
            """
            Quantiles by linear interpolation (type 7): median, 90th and 75th percentile.
            """
        case .termQ: "q"
        case .meaningQ:
            """
            p-value after Benjamini and Hochberg over the whole table: the expected share of \
            false finds among rows with a q up to this one.
            """
        case .termBad: "Bad visit"
        case .meaningBad:
            """
            A visit with a server error or failed request, an error touchpoint, repeated \
            clicks, the same page again and again, or repeated tries.
            """
        case .termAssociated: "Linked, associated with"
        case .meaningAssociated:
            """
            A comparison of groups that may differ in other ways too; no experiment.
            """
        case .meaningServerError: "The server failed: status 500 or higher."
        case .meaningClientError: "The request failed: status 400, 408, 409, 422 or 429."
        case .meaningNotFound: "Status 404 or 410."
        case .meaningDenied: "Status 401 or 403."
        case .meaningSlow: "The server took longer than the limit."
        case .meaningRapidRepeat: "The same touchpoint and page three times within the limit."
        case .meaningPageLoop: "Three visits of one page within the limit, others between."
        case .meaningQuickBack: "Back from a page to the one before within the limit."
        case .meaningPingPong: "Two touchpoints in turn, four rows long."
        case .meaningUTurn: "A lower step of the funnel after a higher one."
        case .meaningRetryLoop: "A step three times with an error between and no later step."
        case .meaningLongDwell: "A longer pause than the limit."
        case .meaningSearchRefinement: "A second, different search within five minutes."
        case .meaningSupportContact: "A request to support within the limit after the step."
        case .meaningResumedLater: "The first row of a later visit."
        case .termErrorSignal: "Names of error touchpoints"
        case .meaningErrorSignal: "A row of a touchpoint that the journey file calls an error."
        case .meaningConversionRate: "With a conversion, of all visits or customers."
        case .meaningOrderValue: "Mean value of a conversion."
        case .meaningRepeatPurchase: "Customers with two or more conversions, of those with one."
        case .meaningAbandonment:
            """
            Visits with the step and without the funnel’s last one, of those with the step.
            """
        case .meaningBounce: "Visits of one row."
        case .meaningErrorSessions: "Visits with an error row."
        case .meaningReturn:
            """
            Another visit starts within so many days, of visits that so many days were seen \
            after.
            """
        case .meaningSupport: "Visits with a request to support until the limit after them."
        case .meaningResponse: "From a request to the first answer, answered requests only."
        case .meaningAnswered:
            """
            Answered within 24 hours, of requests at least a day before the end.
            """
        case .meaningNPS: "Share of answers 9–10 less share of 0–6, in points from −100 to 100."
        case .meaningCSAT: "Share of answers 4–5 on a scale of five."
        case .meaningReferral: "Customers with a recommendation, of all."
        case .meaningFirst: "All credit to the first visit’s channel."
        case .meaningLast: "All credit to the last visit’s channel."
        case .meaningLastNonDirect: "All credit to the last channel that was not direct."
        case .meaningLinear: "Each visit has an equal share."
        case .meaningPosition:
            """
            40 % each to the first and the last, the rest shared by those between.
            """
        case .meaningDecay: "Later visits have more, by the half-life."
        case .meaningMarkov:
            """
            By how much conversion would fall without the channel in a chain of visits.
            """
        case .meaningShapley: "Equal shares of the channels that took part, whatever the order."
        }
    }
}
