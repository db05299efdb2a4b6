/// Every sentence and word of the page; the tables of words have one text of each in each language.
enum Phrase: CaseIterable {
    // The opening.
    case customerJourneys, until, whatWasRead, partOfTheRows, partSince, partUntil
    case nobodyEntered, nobodyEnteredWhy, noTouchpoints, touchpointsSeen
    case cameTo, noneConverted, oneInConverted, shareConverted
    case mostLeaveAt, moreLeave, moreLeaveWorth
    case linesUsed, rowsUsed, whereTheRestWent, incomplete, dataQuality
    case countedCustomers, countedVisitors, countedSessions
    case customers, visitors, sessions, customersTitle, visitorsTitle, sessionsTitle
    case windowNone, seconds, minutes, hours, days
    case monthNames, dayMonth, dayMonthYear, dayRange, span

    // Headings of sections, and the bar of links to them.
    case sections, toTheTop, stepsHeading, pathsHeading, trendHeading, segmentsHeading, timeHeading
    case transitionsHeading, hoursHeading, correlationHeading, trustHeading, methodHeading

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
