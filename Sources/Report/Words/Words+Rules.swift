// Words of tables and of the manifest, in the language of the page.
extension Words {
    static func order(_ name: String) -> Phrase {
        switch name {
        case "strict": .orderStrict
        case "unordered": .orderUnordered
        default: .orderOrdered
        }
    }

    static func entry(_ name: String) -> Phrase {
        switch name {
        case "first": .entryFirst
        case "every": .entryEvery
        case "any": .entryAny
        default: .entryBest
        }
    }

    static func exclusion(_ effect: String) -> Phrase {
        switch effect {
        case "cut": .exclusionCut
        case "reset": .exclusionReset
        default: .exclusionRemove
        }
    }

    /// The rule of a step as the manifest has it: `optional, within 2h`.
    func stepRule(_ rule: String) -> String {
        rule.split(separator: ",").map { part in
            let words = part.split(separator: " ")
            let window = words.count == 2 ? self.window(String(words[1])) : ""
            return switch words.first {
            case "optional": text(.ruleOptional)
            case "first_time": text(.ruleFirstTime)
            case "within": text(.ruleWithin, ["window": .text(window)])
            case "after": text(.ruleAfter, ["window": .text(window)])
            default: String(part)
            }
        }.joined(separator: ", ")
    }

    /// The status of a row of `friction.csv`.
    func status(_ name: String) -> String {
        switch name {
        case "ok": text(.statusOK)
        case "protective": text(.statusProtective)
        case "inconclusive": text(.statusInconclusive)
        case "unclear": text(.statusUnclear)
        case "insufficient": text(.statusInsufficient)
        default: name
        }
    }

    /// What became of a log file.
    func state(_ name: String) -> String {
        switch name {
        case "complete": text(.stateComplete)
        case "damaged": text(.stateDamaged)
        case "skipped": text(.stateSkipped)
        case "duplicate": text(.stateDuplicate)
        default: name
        }
    }

    func clock(_ name: String) -> String {
        switch name {
        case "rows": text(.clockRows)
        case "attempts": text(.clockAttempts)
        case "both": text(.clockBoth)
        default: name
        }
    }
}

// The periods of retention.
extension Words {
    static func period(_ name: String) -> Phrase {
        switch name {
        case "day": .day
        case "month": .month
        default: .week
        }
    }

    static func periods(_ name: String) -> Phrase {
        switch name {
        case "day": .daysLater
        case "month": .monthsLater
        default: .weeksLater
        }
    }

    static func rolling(_ name: String) -> Phrase {
        switch name {
        case "day": .retentionRollingDays
        case "month": .retentionRollingMonths
        default: .retentionRollingWeeks
        }
    }
}

// What a label is of.
extension Words {
    static func subject(_ name: String) -> Phrase {
        switch name {
        case "step": .columnStep
        case "funnel": .columnFunnel
        case "stage": .rowStage
        case "breakdown": .kindBreakdown
        case "segment": .columnSegment
        default: .columnTouchpoint
        }
    }
}
