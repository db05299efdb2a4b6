/// Every sentence and word of the page; the tables of words have one text of each in each language.
enum Phrase: CaseIterable {
    // The opening.
    case customerJourneys, until, whatWasRead, partOfTheRows, partSince, partUntil
    case nobodyEntered, nobodyEnteredWhy, noTouchpoints, touchpointsSeen
    case cameTo, noneConverted, oneInConverted, shareConverted
    case mostLeaveAt, moreLeave, moreLeaveWorth
    case linesUsed, rowsUsed, whereTheRestWent, incomplete, dataQuality
    case countedCustomers, countedVisitors, countedSessions
    case customers, visitors, sessions, amongCustomers, amongVisitors, amongSessions
    case windowNone, seconds, minutes, hours, days
    case monthNames, dayMonth, dayMonthYear, dayRange, moment, span

    // Headings of sections, and the bar of links to them.
    case sections, toTheTop, stepsHeading, pathsHeading, trendHeading, segmentsHeading, timeHeading
    case transitionsHeading, hoursHeading, correlationHeading, trustHeading, methodHeading

    case chart, timeAppendix, transitionsAppendix, hoursAppendix, correlationAppendix,
        methodAppendix

    // Tiles and the funnel in short.
    case glanceHeading, leaveHeading, tileEntered, tileRate, tileConverted, tileTime
    case tileByDay, tileByWeek, tileByMonth, sparkSummary, ofEntered, oneInTenOver, nobodyYet,
        tooFewYet
    case shortCaption, columnStep, columnReached, columnBar, columnContinued
    case percentOfStep, percentOfStepWithin, moreSteps, leftHere, leftAndOpen
    case otherFunnels, countOfEntered
    case howCounted

    // Findings.
    case noFindings, findingFriction, findingNoFriction, findingDropoff, findingChange
    case findingAnswers, findingSlow, theEnd
    case whyFriction, whyNoFriction, whyHabit, whyDropoff, whyDropoffOpen, whyChange, whyAnswers,
        whySlow
    case seeHowSure, seeTheSignals, seeTheStep, seeTheChange, seeTheMetrics
    case moreDropoffs, aboutDropoffs, leftSoFar, withinADay, halfTakeLonger

    case noSignalFired

    // The journey map.
    case noStages, mapCaption, mapKey, mapUnmapped
    case rowStage, rowCustomers, rowExperience, rowExperienceNote, rowPain, rowVoices
    case rowNext, rowNextNote
    case goOn, afterTime, moreHere, nobodyHere, painEffect, metWithoutEffect, metTooFew
    case voiceSure, shortNPS, shortCSAT, shortAnswered, moreIn
    case stagesByChannel, stagesByChannelNote, columnChannel, allChannels

    // The comparison.
    case nothingToCompare, noClearChange, changeSentence, changeTold, better, worse, changed
    case comparisonChart, comparisonKey, notComparable, clearChanges, clearChangesCaption
    case columnBefore, columnAfter, columnDifference, columnWhat, columnLow, columnHigh, columnQ
    case columnKey
    case ofFunnelConverted, ofFunnelExpected, ofTouchpointErrors, ofTouchpointExits
    case ofTouchpointAgain, ofStageWentOn, ofStepLeft

    // Names that this program gives.
    case entry, exit, other, unmapped, conversion, none, anySteps
    case contactWeb, contactApp, contactEmail, contactSMS, contactSocial, contactChat, contactPhone
    case contactStore
    case signalServerError, signalClientError, signalNotFound, signalDenied, signalSlow
    case signalRapidRepeat, signalPageLoop, signalQuickBack, signalPingPong, signalUTurn
    case signalRetryLoop, signalLongDwell, signalSearchRefinement, signalSupportContact
    case signalResumedLater
    case metricConversionRate, metricOrderValue, metricRepeatPurchase, metricAbandonment
    case metricBounce, metricErrorSessions, metricReturn7, metricReturn30, metricReturn7Difference
    case metricReturn30Difference, metricSupport, metricResponseMedian, metricResponseP90
    case metricAnswered, metricNPS, metricCSAT, metricReferral
    case modelFirst, modelLast, modelLastNonDirect, modelLinear, modelPosition, modelDecay
    case modelMarkov, modelShapley
    case channelDirect, channelCrossNetwork, channelPaidShopping, channelPaidSearch
    case channelPaidSocial, channelPaidVideo, channelDisplay, channelPaidOther
    case channelOrganicShopping, channelOrganicSocial, channelOrganicVideo, channelOrganicSearch
    case channelAssistant, channelReferral, channelEmail, channelAffiliates, channelAudio
    case channelSMS, channelPush, channelUnassigned, channelStore, channelPhone, channelChat
    case channelNone
    case deviceDesktop, deviceMobile, deviceTablet, deviceTV, deviceServer
    case columnNameDevice, columnNameChannel, columnNameCountry, columnNameSite, columnNameSource
    case columnNameMedium, columnNameCampaign, columnNameReferrer, columnNamePage, columnNameEvent
    // The page.
    case skip, tableMissing, tableEmpty, whyNobodyEntered, whyNobodyConverted, whyNobodyLeft
    case whyNoSignal, whyNoConversion, whyNoWeek, whyNoStage, whyNoChange, whyNoRows, noFunnel
    case moreFunnels, unitPoints, unitMillisecond, unitSecond, unitMinute, unitHour, unitDay
    case unitThousand, unitMillion, decimalMark, paleIsFew, dashed, noDifference, entered

    // How it is counted.
    case allSteps, ruleUnit, ruleHold, orderOrdered, orderStrict, orderUnordered, entryFirst
    case entryBest, entryEvery, entryAny, ruleNoWindow, ruleWindow, ruleWindowPrevious
    case exclusionRemove, exclusionCut, exclusionReset, ruleBreakdown, ruleLike
    case ruleNotReproduced, ruleOptional, ruleFirstTime, ruleWithin, ruleAfter, allFunnels
    case columnFunnel, columnEntered, columnConverted, columnRate, columnMedian

    // Where it hurts.
    case frictionIntro, frictionFolded, withoutEstimate, withoutEstimateCaption, noEstimate
    case frictionTitle, frictionTold, frictionCaption, frictionMethod, frictionThresholds
    case answersNothing, answersAttempts, signalsOff, cure, anErrorTouchpoint, signalsFolded
    case signalsCaption, columnSignal, columnBetween, columnStatus, columnClock, columnMoreLeave
    case columnExcess, columnScore, columnRank, columnCompared, columnExposed, columnEligible
    case columnAtRisk, columnPlainExposed, columnPlainOthers, columnTouchpoint, columnTimes
    case columnSessions, columnCustomers, columnThreshold, statusOK, statusProtective
    case statusInconclusive, statusUnclear, statusInsufficient, clockRows, clockAttempts
    case clockBoth

    // Step by step.
    case keyWentOn, keyLeft, keyOpen, tooManySteps, stepContinued, nextMost, nextNothing
    case leaveTitle, nextFolded, nextCaption, columnNext, columnUnits, columnShare, stepCaption,
        stepNote
    case columnNumber, columnOfFirst, columnLeft, columnLeftOfThese, columnOpen, columnP75
    case columnP90, columnChange

    // What they do.
    case pathsTitle, pathsNote, ribbonsNote, pathsFolded, pathsCaption, columnPath, columnSoFar
    case flowStep, flowEnds, flowNext
    case transitionsIntro, transitionsCaption, columnFrom, medianTold, againHeading, againFolded
    case againCaption, columnSelfLoops, columnRepetitions, columnRework, columnConvertWith
    case columnConvertWithout

    // Times.
    case stepTimesHeading, stepTimesTitle, stepTimeTold, noStepTimes, convertTimesHeading
    case convertTimesTitle, timeTold, timesFolded, timesCaption, columnOver, columnUpTo
    case trendNote, trendByWeek, trendByMonth, trendTitle, periodTold, stillOpenTold
    case trendFolded, trendCaption, columnFromDay, weekdays, eventsByHour, conversionsByHour
    case columnHour, hoursNote

    // Segments.
    case noBreakdown, byBreakdown, smallSegments, allSegments, segmentTold, segmentsTitle
    case segmentsFolded, segmentsCaption, columnSegment, columnExpected, columnMostLeaveAt
    case columnLeftThere

    // Customers.
    case metricsHeading, metricsFolded, metricsCaption, groupBuying, groupLeaving, groupTrouble
    case groupLoyalty, ofCount, ofCountSure, columnMetric, columnUnit
    case columnOfThese, columnCounted, afterBad, afterClean, perSession, perCustomer, perRequest
    case perAnswer, inTime, returnsHeading, returnDifference7, returnDifference30, columnReturn
    case return7AfterBad, return7AfterClean, return30AfterBad, return30AfterClean
    case whoComesHeading, whoComesIntro, customersByDay, customersByWeek, customersByMonth
    case columnNew, columnReturning, columnResurrected, columnConversions, columnValue
    case retentionHeading, retentionCaption, columnCohort, firstSeen, retentionFirst
    case retentionFrom, retentionReturning, retentionAny, retentionCalendar
    case retentionRollingDays, retentionRollingWeeks, retentionRollingMonths, day, week, month
    case daysLater, weeksLater, monthsLater, attributionHeading, attributionIntro
    case attributionCaption, attributionValues

    // What goes with it.
    case correlationIntro, correlationTitle, correlationFolded, correlationCaption, columnName
    case columnKind, columnConvertedWith, columnDroppedWith, columnOdds, kindProperty
    case kindTouchpoint, kindBreakdown

    // Can I trust it?
    case ledgerCaption, ledgerNote, columnCount, columnCheck, notSupplied, putThereBy, addsUp
    case addsUpNot, sixClasses, eventsOfIngest, usedAndTwice, usedTwiceLeftOut, rowsOfSessionize
    case lineRead, lineEvents, lineRejected, lineFiltered, lineBots, lineDuplicates, lineBlank
    case lineSessionized, lineSessionizeRead, lineNoKey, lineQuarantine, lineHeld, lineLate
    case lineVisitors, lineLinked, lineShared, lineStatsRead, lineUsed, lineTwice
    case lineBeforeSince, lineFromUntil, lineNotWhere, lineNoUnit, lineRemoved, lineOffScale
    case lineUnmapped, unmappedShare, inputsOfIngest, inputsOfStats, logsCaption, streamsCaption
    case columnFile, columnBytes, columnLines, columnFormat, columnState, columnHash, columnRows
    case columnRowHash, stateComplete, stateDamaged, stateSkipped, stateDuplicate
    case alarmRejected, alarmAccounts, alarmInput, alarmQuarantine, alarmLinked
    case alarmUnmapped, alarmStep

    // Method and files.
    case glossaryFolded, glossarySignals, glossaryModels, labelsFolded, labelsCaption
    case columnLabel, columnOf, moreLabels, madeBy, noJourneyFile, rulesUsed, noOutputs
    case outputsFolded, outputsCaption, columnTable, termReached, meaningReached, termLeft
    case meaningLeft, termOpen, meaningOpen, termExpected, meaningExpected, termInterval
    case meaningInterval, termMedian, meaningMedian, termQ, meaningQ, termBad, meaningBad
    case termAssociated, meaningAssociated, meaningServerError, meaningClientError
    case meaningNotFound, meaningDenied, meaningSlow, meaningRapidRepeat, meaningPageLoop
    case meaningQuickBack, meaningPingPong, meaningUTurn, meaningRetryLoop, meaningLongDwell
    case meaningSearchRefinement, meaningSupportContact, meaningResumedLater, termErrorSignal
    case meaningErrorSignal, meaningConversionRate, meaningOrderValue, meaningRepeatPurchase
    case meaningAbandonment, meaningBounce, meaningErrorSessions, meaningReturn, meaningSupport
    case meaningResponse, meaningAnswered, meaningNPS, meaningCSAT, meaningReferral
    case meaningFirst, meaningLast, meaningLastNonDirect, meaningLinear, meaningPosition
    case meaningDecay, meaningMarkov, meaningShapley
}

// What tables call by a name of this program.
extension Phrase {
    static func special(_ name: String) -> Phrase? {
        switch name {
        case "(entry)": .entry
        case "(exit)": .exit
        case "(other)": .other
        case "(unmapped)": .unmapped
        case "(conversion)": .conversion
        case "": Phrase.none
        default: nil
        }
    }

    static func contact(_ name: String) -> Phrase? {
        switch name {
        case "web": .contactWeb
        case "app": .contactApp
        case "email": .contactEmail
        case "sms": .contactSMS
        case "social": .contactSocial
        case "chat": .contactChat
        case "phone": .contactPhone
        case "store": .contactStore
        default: nil
        }
    }

    static func signal(_ name: String) -> Phrase? {
        switch name {
        case "server_error": .signalServerError
        case "client_error": .signalClientError
        case "not_found": .signalNotFound
        case "denied": .signalDenied
        case "slow": .signalSlow
        case "rapid_repeat": .signalRapidRepeat
        case "page_loop": .signalPageLoop
        case "quick_back": .signalQuickBack
        case "ping_pong": .signalPingPong
        case "u_turn": .signalUTurn
        case "retry_loop": .signalRetryLoop
        case "long_dwell": .signalLongDwell
        case "search_refinement": .signalSearchRefinement
        case "support_contact": .signalSupportContact
        case "resumed_later": .signalResumedLater
        default: nil
        }
    }

    static func metric(_ name: String) -> Phrase? {
        switch name {
        case "conversion_rate": .metricConversionRate
        case "average_order_value": .metricOrderValue
        case "repeat_purchase_rate": .metricRepeatPurchase
        case "abandonment_rate": .metricAbandonment
        case "bounce_rate": .metricBounce
        case "error_session_rate": .metricErrorSessions
        case "return_7d": .metricReturn7
        case "return_30d": .metricReturn30
        case "return_7d_difference": .metricReturn7Difference
        case "return_30d_difference": .metricReturn30Difference
        case "support_contact_rate": .metricSupport
        case "first_response_median": .metricResponseMedian
        case "first_response_p90": .metricResponseP90
        case "answered_within_24h": .metricAnswered
        case "nps": .metricNPS
        case "csat": .metricCSAT
        case "referral_rate": .metricReferral
        default: nil
        }
    }

    static func model(_ name: String) -> Phrase? {
        switch name {
        case "first": .modelFirst
        case "last": .modelLast
        case "last_non_direct": .modelLastNonDirect
        case "linear": .modelLinear
        case "position_based": .modelPosition
        case "time_decay": .modelDecay
        case "markov": .modelMarkov
        case "shapley": .modelShapley
        default: nil
        }
    }

    /// A channel or a device as `ingest` calls it.
    static func channel(_ name: String) -> Phrase? {
        switch name {
        case "": .channelNone
        case "direct": .channelDirect
        case "cross_network": .channelCrossNetwork
        case "paid_shopping": .channelPaidShopping
        case "paid_search": .channelPaidSearch
        case "paid_social": .channelPaidSocial
        case "paid_video": .channelPaidVideo
        case "display": .channelDisplay
        case "paid_other": .channelPaidOther
        case "organic_shopping": .channelOrganicShopping
        case "organic_social": .channelOrganicSocial
        case "organic_video": .channelOrganicVideo
        case "organic_search": .channelOrganicSearch
        case "ai_assistant": .channelAssistant
        case "referral": .channelReferral
        case "email": .channelEmail
        case "affiliates": .channelAffiliates
        case "audio": .channelAudio
        case "sms": .channelSMS
        case "mobile_push_notifications": .channelPush
        case "unassigned": .channelUnassigned
        case "store": .channelStore
        case "phone": .channelPhone
        case "chat": .channelChat
        default: device(name)
        }
    }

    private static func device(_ name: String) -> Phrase? {
        switch name {
        case "desktop": .deviceDesktop
        case "mobile": .deviceMobile
        case "tablet": .deviceTablet
        case "tv": .deviceTV
        case "server": .deviceServer
        case "(other)", "other": .other
        default: nil
        }
    }

    /// A column of events that segments are made of.
    static func column(_ name: String) -> Phrase? {
        switch name {
        case "device": .columnNameDevice
        case "channel": .columnNameChannel
        case "country": .columnNameCountry
        case "site": .columnNameSite
        case "source": .columnNameSource
        case "medium": .columnNameMedium
        case "campaign": .columnNameCampaign
        case "referrer": .columnNameReferrer
        case "page": .columnNamePage
        case "event": .columnNameEvent
        default: nil
        }
    }
}
