// The words of the page in Finnish. Names and labels are data and are never inflected: the sentences are built round
// them. Names of columns stand in the case that suits a head, units of a window in the genitive: `7 päivän kuluessa`.
extension Phrase {
    var finnish: StaticString {
        switch self {
        case .customerJourneys: "Asiakaspolut"
        case .until: "–"
        case .whatWasRead:
            """
            {customers} {customers|asiakas|asiakasta}, {sessions} {sessions|käynti|käyntiä}, \
            {events} {events|tapahtuma|tapahtumaa}. Päivät ja tunnit aikavyöhykkeellä {zone}.
            """
        case .partOfTheRows: "*Vain osa riveistä:*"
        case .partSince: " {time} alkaen"
        case .partUntil: " ennen ajankohtaa {time}"
        case .nobodyEntered: "Kukaan ei aloittanut yhtään laskettavista poluista."
        case .nobodyEnteredWhy:
            """
            Yksikään ei päässyt suppilon ensimmäiseen askeleeseen. Vastaako se lokin sisältöä? \
            Sen kertoo `funnelstats check`.
            """
        case .noTouchpoints: "Yhtään kosketuspistettäkään ei näkynyt: lokissa ei ollut rivejä."
        case .touchpointsSeen: "Kosketuspisteet, jotka näkyivät, ja niiden tapahtumat:"
        case .cameTo: "Kohtaan {first} tuli {units}."
        case .noneConverted:
            "Kohdassa {first} oli {units}, mutta yksikään ei ole vielä päässyt kohtaan {last}."
        case .oneInConverted: "Kohdan {first} {units} joka {n}. pääsi kohtaan {last}."
        case .shareConverted: "Kohdan {first} {units} {rate} pääsi kohtaan {last}."
        case .mostLeaveAt: "Eniten lähdetään kohdassa {step}: {left}, kun sinne pääsi {reached}."
        case .moreLeave: "Noin {n} enemmän lähtee, kun vastaan tulee ”{signal}”."
        case .moreLeaveWorth: "Noin {n} enemmän lähtee, kun vastaan tulee ”{signal}”: {value}."
        case .linesUsed: "Lokiriveistä on laskettu {share} ({trust})."
        case .rowsUsed: "Riveistä on laskettu {share} ({trust})."
        case .whereTheRestWent: "minne loput menivät"
        case .incomplete:
            """
            *Kesken:* lähteneistä {share} voi vielä jatkaa {window} aikaikkunassaan, joten viime \
            päivien osuudet nousevat.
            """
        case .dataQuality: "*Aineiston laatu:* "
        case .countedCustomers: "{n} {n|asiakas|asiakasta}"
        case .countedVisitors: "{n} {n|kävijä|kävijää}"
        case .countedSessions: "{n} {n|käynti|käyntiä}"
        case .customers: "asiakkaita"
        case .visitors: "kävijöitä"
        case .sessions: "käyntejä"
        case .amongCustomers: "asiakkaista"
        case .amongVisitors: "kävijöistä"
        case .amongSessions: "käynneistä"
        case .windowNone: "rajattoman"
        case .seconds: "{n} sekunnin"
        case .minutes: "{n} minuutin"
        case .hours: "{n} tunnin"
        case .days: "{n} päivän"
        case .monthNames: "1 2 3 4 5 6 7 8 9 10 11 12"
        case .dayMonth: "{day}.{month}."
        case .dayMonthYear: "{day}.{month}.{year}"
        case .dayRange: "{from}–{to}"
        case .moment: "{day} klo {hour}.{minute}"
        case .span: "{low}\u{A0}– {high}"
        case .sections: "Osiot"
        case .toTheTop: "↑ Alkuun"
        case .stepsHeading: "Askel askeleelta"
        case .pathsHeading: "Mitä he tekevät"
        case .trendHeading: "Ajan mittaan"
        case .segmentsHeading: "Segmentit"
        case .timeHeading: "Kauanko se kestää"
        case .transitionsHeading: "Mitä seuraa mistäkin"
        case .hoursHeading: "Milloin"
        case .correlationHeading: "Mikä liittyy konversioon"
        case .trustHeading: "Voiko tähän luottaa?"
        case .methodHeading: "Menetelmä ja tiedostot"
        case .chart: "kaavio"
        case .timeAppendix: "Askelten ajat ja aika ensimmäisestä askeleesta konversioon"
        case .transitionsAppendix: "Kosketuspisteestä toiseen, ja mitä tehdään uudelleen"
        case .hoursAppendix: "Tapahtumat ja konversiot viikonpäivän ja tunnin mukaan"
        case .correlationAppendix: "Kosketuspisteiden ja ominaisuuksien vetosuhteet"
        case .methodAppendix: "Mitä sanat tarkoittavat, miten tämä on tehty, taulukot"
        case .glanceHeading: "Tärkeimmät löydökset"
        case .leaveHeading: "Missä lähdetään"
        case .tileEntered: "Tulleita"
        case .tileRate: "Konversio"
        case .tileConverted: "Konversiot"
        case .tileTime: "Mediaaniaika"
        case .tileByDay: "Päivittäin"
        case .tileByWeek: "Viikoittain"
        case .tileByMonth: "Kuukausittain"
        case .sparkSummary: "Konversio aloituspäivän mukaan, {from}–{to}"
        case .ofEntered: "{units} aloitti"
        case .oneInTenOver: "joka kymmenes yli {time}"
        case .nobodyYet: "ei vielä kukaan"
        case .tooFewYet: "vielä liian vähän kussakin"
        case .shortCaption: "Suppilon askeleet lyhyesti"
        case .columnStep: "askel"
        case .columnReached: "pääsi"
        case .columnBar: "lähti tässä"
        case .columnContinued: "edellisestä askeleesta"
        case .percentOfStep:
            "Prosentit: edellisestä askeleesta. Lasketaan {units}, kestipä se kuinka kauan tahansa."
        case .percentOfStepWithin:
            """
            Prosentit: edellisestä askeleesta. Lasketaan {units}, {window} kuluessa \
            ensimmäisestä askeleesta.
            """
        case .moreSteps: "{n} {n|askel|askelta} lisää alempana."
        case .leftHere: "{left} lähti"
        case .leftAndOpen: "{left} lähti, {open} voi vielä tulla"
        case .otherFunnels: "{n|Toinen suppilo|Muut suppilot}:"
        case .countOfEntered: "{n}/{all} ({rate})"
        case .howCounted: "Miten tämä on laskettu"
        case .noFindings:
            "Mikään ei nouse esiin: kukaan ei lähtenyt, eikä yhtään kitkamerkkiä verrattu."
        case .findingFriction: "{signal}: poistuma {rd} prosenttiyksikköä suurempi"
        case .findingNoFriction: "Mikään huono kokemus ei nouse esiin"
        case .findingDropoff: "{from} → {to}: {rate} ei jatka"
        case .findingChange: "{what}: {after}, ennen {before}"
        case .findingAnswers: "Tuen vastausta odotetaan {median}"
        case .findingSlow: "{step}: aikaa kuluu {median}"
        case .theEnd: "loppu"
        case .whyFriction:
            """
            Kohdassa {from} sen kohtasi {exposed}, kun kaikkiaan oli {eligible}. Yhteys, ei \
            todiste: 95\u{A0}%:n luottamusväli {low}\u{A0}– {high} prosenttiyksikköä. {link}
            """
        case .whyNoFriction: "Mikään kitkamerkki ei liity selvästi suurempaan poistumaan. {link}"
        case .whyHabit:
            """
            Näin tekevät ne, jotka ovat muutenkin lähdössä: {signal}, poistuma {rd} \
            prosenttiyksikköä suurempi ({low}\u{A0}– {high}). {link}
            """
        case .whyDropoff: "Tähän pysähtyi {left}, kun kaikkiaan oli {reached}. {link}"
        case .whyDropoffOpen:
            "Tähän pysähtyi {left}, kun kaikkiaan oli {reached}; {open} voi vielä tulla. {link}"
        case .whyChange:
            "95\u{A0}%:n luottamusväli {low}\u{A0}– {high} prosenttiyksikköä; q {q}. {link}"
        case .whyAnswers: "Puolet odotti kauemmin (mukana {n}), joka kymmenes yli {p90}. {link}"
        case .whySlow:
            "Edellisestä askeleesta puolelta kuluu kauemmin, joka kymmeneltä yli {p90}. {link}"
        case .seeHowSure: "Kuinka varmaa se on"
        case .seeTheSignals: "Katso kitkamerkit"
        case .seeTheStep: "Katso askel"
        case .seeTheChange: "Katso muutos"
        case .seeTheMetrics: "Katso mittarit"
        case .moreDropoffs: "{n|poistuma|poistumaa} enemmän"
        case .aboutDropoffs: "noin {n} {n|poistuma|poistumaa}"
        case .leftSoFar: "lähti toistaiseksi"
        case .withinADay: "vuorokaudessa"
        case .halfTakeLonger: "puolelta kuluu kauemmin"
        case .noSignalFired: "Yksikään kitkamerkki ei lauennut suppilon askelten välissä."
        case .noStages:
            """
            Yhtään vaihetta ei tunneta: anna polkutiedostossa kosketuspisteille vaihe (`stage`), \
            niin kartta piirtyy.
            """
        case .mapCaption: "Asiakaspolun kartta"
        case .mapKey:
            """
            Vaiheen asiakkaat, kukin kerran. Kosketuspiste on siinä, missä se kohtaa ihmiset; \
            piste kasvaa asiakkaiden mukana. Jatkaa: myöhempään vaiheeseen, ja kauanko puolelta \
            siihen kului. Miten se meni: niiden osuus vaiheen asiakkaista, jotka kohtasivat \
            virheen, virhesivun, toistuvia klikkauksia, saman sivun yhä uudelleen tai \
            toistettuja yrityksiä.
            """
        case .mapUnmapped:
            """
            Lisäksi {n} {n|asiakas|asiakasta} kävi kosketuspisteissä, jotka eivät kuulu \
            mihinkään vaiheeseen.
            """
        case .rowStage: "vaihe"
        case .rowCustomers: "Asiakkaat"
        case .rowExperience: "Miten se meni"
        case .rowExperienceNote: "Osuus, joka kohtasi jotain huonoa. Alempana on vaikeampaa."
        case .rowPain: "Mikä hiertää"
        case .rowVoices: "Mitä he sanovat"
        case .rowNext: "Seuraava siirto"
        case .rowNextNote: "kirjoita tähän"
        case .goOn: "{rate} jatkaa →"
        case .afterTime: "puolet ajassa {time}"
        case .moreHere: "{n} lisää"
        case .nobodyHere: "kukaan ei tullut"
        case .painEffect: "poistuma {rd} prosenttiyksikköä suurempi ({low}\u{A0}– {high})"
        case .metWithoutEffect: "{units}, ei selvää vaikutusta"
        case .metTooFew: "{units}, liian vähän verrattavaksi"
        case .voiceSure: "{n} {n|vastaus|vastausta} ({low}\u{A0}– {high})"
        case .shortNPS: "NPS"
        case .shortCSAT: "Tyytyväisiä"
        case .shortAnswered: "Vastattu vuorokaudessa"
        case .moreIn: "{n} lisää tiedostossa"
        case .stagesByChannel: "Vaiheet kanavittain"
        case .stagesByChannelNote:
            """
            Kussakin ruudussa: asiakkaat, jotka olivat vaiheessa kanavan käynnillä, myöhempään \
            vaiheeseen jatkaneiden osuus ja mediaaniaika siihen. Tummempi: enemmän asiakkaita.
            """
        case .columnChannel: "kanava"
        case .allChannels: "kaikki kanavat"
        case .nothingToCompare:
            """
            Vielä ei ole mihin verrata. Komento `funnelstats compare BEFORE/ AFTER/ -o \
            AFTER/compare.csv` asettaa aiemman jakson tämän rinnalle.
            """
        case .noClearChange:
            """
            Mikään osuus ei muuttunut varmasti: yhdenkään q ei ole alle 0,05 ja yksiköitä \
            vähintään 30 kummallakin puolella.
            """
        case .changeSentence:
            """
            *{what}:* nyt {after}, ennen {before}. {verdict}: {difference} (95\u{A0}%:n \
            luottamusväli {low}\u{A0}– {high}; q {q}).
            """
        case .changeTold: "{what}: ennen {before}, jälkeen {after}"
        case .better: "Parempi"
        case .worse: "Huonompi"
        case .changed: "Muuttunut"
        case .comparisonChart: "Ennen ja jälkeen"
        case .comparisonKey:
            """
            Rengas: ennen. Piste: jälkeen. Viiva: muutoksen 95\u{A0}%:n luottamusväli renkaasta \
            mitattuna; jos rengas on viivalla, muutos ei ole varma. Vihreä: parempi, oranssi: \
            huonompi.
            """
        case .notComparable:
            """
            Ei vertailtavissa, koska on vain toisella puolella: {n} {n|osuus|osuutta}, muun \
            muassa {names}.
            """
        case .clearChanges: "Kaikki varmat muutokset numeroina"
        case .clearChangesCaption:
            """
            Muutokset edelliseen jaksoon, kun q on alle 0,05 ja yksiköitä vähintään 30 \
            kummallakin puolella
            """
        case .columnBefore: "ennen"
        case .columnAfter: "jälkeen"
        case .columnDifference: "ero"
        case .columnWhat: "mikä"
        case .columnLow: "95\u{A0}% alaraja"
        case .columnHigh: "95\u{A0}% yläraja"
        case .columnQ: "q"
        case .columnKey: "taulukon rivi"
        case .ofFunnelConverted: "{name}: konversio"
        case .ofFunnelExpected: "{name}: odotettu konversio"
        case .ofTouchpointErrors: "{name}: virheet"
        case .ofTouchpointExits: "{name}: käynnin viimeinen"
        case .ofTouchpointAgain: "{name}: tehty uudelleen"
        case .ofStageWentOn: "{name}: jatkoi"
        case .ofStepLeft: "{name}: lähti tässä"
        case .entry: "(alku)"
        case .exit: "(lähti)"
        case .other: "(muut)"
        case .unmapped: "(ei kosketuspistettä)"
        case .conversion: "(konvertoitui)"
        case .none: "(ei mitään)"
        case .anySteps: "Vähintään {n} askelta"
        case .contactWeb: "Verkkosivut"
        case .contactApp: "Sovellus"
        case .contactEmail: "Sähköposti"
        case .contactSMS: "Tekstiviesti"
        case .contactSocial: "Sosiaalinen media"
        case .contactChat: "Chat"
        case .contactPhone: "Puhelin"
        case .contactStore: "Myymälä"
        case .signalServerError: "Palvelinvirhe"
        case .signalClientError: "Epäonnistunut pyyntö"
        case .signalNotFound: "Sivua ei löydy"
        case .signalDenied: "Pääsy evätty"
        case .signalSlow: "Hidas sivu"
        case .signalRapidRepeat: "Toistuvat klikkaukset"
        case .signalPageLoop: "Sama sivu yhä uudelleen"
        case .signalQuickBack: "Heti takaisin"
        case .signalPingPong: "Edestakaisin"
        case .signalUTurn: "Takaisin aiempaan askeleeseen"
        case .signalRetryLoop: "Toistetut yritykset"
        case .signalLongDwell: "Pitkä tauko"
        case .signalSearchRefinement: "Haki uudelleen"
        case .signalSupportContact: "Kysyi tuelta"
        case .signalResumedLater: "Palasi myöhemmin"
        case .metricConversionRate: "Konversio"
        case .metricOrderValue: "Keskiostos"
        case .metricRepeatPurchase: "Ostaa uudelleen"
        case .metricAbandonment: "Keskeytetty"
        case .metricBounce: "Vain yksi sivu"
        case .metricErrorSessions: "Käynnit, joilla oli virhe"
        case .metricReturn7: "Palaa 7 päivässä"
        case .metricReturn30: "Palaa 30 päivässä"
        case .metricReturn7Difference:
            "Palaa 7 päivässä, huonon käynnin jälkeen miinus hyvän jälkeen"
        case .metricReturn30Difference:
            "Palaa 30 päivässä, huonon käynnin jälkeen miinus hyvän jälkeen"
        case .metricSupport: "Käynnit, joilla kysytään tuelta"
        case .metricResponseMedian: "Ensimmäinen vastaus, puolet odottaa kauemmin"
        case .metricResponseP90: "Ensimmäinen vastaus, joka kymmenes odottaa kauemmin"
        case .metricAnswered: "Vastattu vuorokaudessa"
        case .metricNPS: "NPS"
        case .metricCSAT: "Tyytyväisiä (CSAT)"
        case .metricReferral: "Suosittelee"
        case .modelFirst: "Ensimmäinen kosketus"
        case .modelLast: "Viimeinen kosketus"
        case .modelLastNonDirect: "Viimeinen, ei suora"
        case .modelLinear: "Tasaosuudet"
        case .modelPosition: "Ensimmäinen ja viimeinen eniten"
        case .modelDecay: "Myöhemmille enemmän"
        case .modelMarkov: "Markovin ketju"
        case .modelShapley: "Shapleyn arvo"
        case .channelDirect: "Suora"
        case .channelCrossNetwork: "Monta verkostoa"
        case .channelPaidShopping: "Maksettu ostoshaku"
        case .channelPaidSearch: "Maksettu haku"
        case .channelPaidSocial: "Maksettu some"
        case .channelPaidVideo: "Maksettu video"
        case .channelDisplay: "Näyttömainonta"
        case .channelPaidOther: "Muu maksettu"
        case .channelOrganicShopping: "Ostossivustot"
        case .channelOrganicSocial: "Sosiaalinen media"
        case .channelOrganicVideo: "Videosivustot"
        case .channelOrganicSearch: "Haku"
        case .channelAssistant: "Tekoälyavustajat"
        case .channelReferral: "Muut sivustot"
        case .channelEmail: "Sähköposti"
        case .channelAffiliates: "Kumppanit"
        case .channelAudio: "Ääni"
        case .channelSMS: "Tekstiviesti"
        case .channelPush: "Push-viestit"
        case .channelUnassigned: "Luokittelematon"
        case .channelStore: "Myymälä"
        case .channelPhone: "Puhelin"
        case .channelChat: "Chat"
        case .channelNone: "Ei kanavaa"
        case .deviceDesktop: "Tietokone"
        case .deviceMobile: "Puhelin"
        case .deviceTablet: "Tabletti"
        case .deviceTV: "Televisio"
        case .deviceServer: "Palvelin"
        case .columnNameDevice: "Laite"
        case .columnNameChannel: "Kanava"
        case .columnNameCountry: "Maa"
        case .columnNameSite: "Sivusto"
        case .columnNameSource: "Lähde"
        case .columnNameMedium: "Väline"
        case .columnNameCampaign: "Kampanja"
        case .columnNameReferrer: "Viittaaja"
        case .columnNamePage: "Sivu"
        case .columnNameEvent: "Tapahtuma"
        case .skip: "Siirry raporttiin"
        case .tableMissing:
            """
            Tiedostoa {table} ei ole tässä kansiossa. Aja `funnelstats` uudelleen: tämä versio \
            kirjoittaa sen.
            """
        case .tableEmpty: "Tiedostossa {table} ei ole rivejä: {why}."
        case .whyNobodyEntered: "kukaan ei aloittanut suppiloa"
        case .whyNobodyConverted: "kukaan ei konvertoitunut"
        case .whyNobodyLeft: "kukaan ei lähtenyt kahden askeleen välissä"
        case .whyNoSignal: "yksikään kitkamerkki ei lauennut"
        case .whyNoConversion: "konversioita ei ollut"
        case .whyNoWeek: "yhtään jaksoa ensimmäisen jälkeen ei ole vielä päättynyt"
        case .whyNoStage: "polkutiedosto ei anna kosketuspisteille vaiheita"
        case .whyNoChange: "mikään osuus ei ole kummassakin kansiossa"
        case .whyNoRows: "lokissa ei ollut rivejä"
        case .noFunnel: "Yhtään suppiloa ei laskettu. Lisää polkutiedostoon `[[funnel]]`."
        case .moreFunnels: "{n} {n|suppilo|suppiloa} lisää tiedostossa {table}."
        case .unitPoints: "%\u{2011}yks."
        case .unitMillisecond: "ms"
        case .unitSecond: "s"
        case .unitMinute: "min"
        case .unitHour: "h"
        case .unitDay: "pv"
        case .unitThousand: "\u{202F}t"
        case .unitMillion: "\u{202F}milj."
        case .decimalMark: ","
        case .paleIsFew: "Vaalea: alle 30 tai ei mitään."
        case .dashed: "Katkoviiva: {words}."
        case .noDifference: "ei eroa"
        case .entered: "aloitti"
        case .allSteps: "… kaikkiaan {n} askelta"
        case .ruleUnit: "Lasketaan {units}."
        case .ruleHold: "Jokainen arvo lasketaan erikseen: {names}."
        case .orderOrdered: "Askelten järjestys ratkaisee; muita rivejä saa olla niiden välissä."
        case .orderStrict: "Askelten on seurattava toisiaan suoraan."
        case .orderUnordered: "Askeleet lasketaan missä järjestyksessä tahansa."
        case .entryFirst: "Lasketaan yritys ensimmäisestä kerrasta alkaen."
        case .entryBest: "Useista yrityksistä lasketaan pisimmälle päässyt."
        case .entryEvery: "Jokainen yritys lasketaan."
        case .entryAny: "Joka teki askeleen, pääsi siihen, tulipa mistä tahansa."
        case .ruleNoWindow: "Aikaa saa kulua kuinka paljon tahansa."
        case .ruleWindow: "Kaikki {window} kuluessa ensimmäisestä askeleesta."
        case .ruleWindowPrevious: "Kukin {window} kuluessa edellisestä askeleesta."
        case .exclusionRemove: "{name} askelten {from} ja {to} välissä poistaa laskusta."
        case .exclusionCut: "{name} askelten {from} ja {to} välissä päättää yrityksen."
        case .exclusionReset: "{name} askelten {from} ja {to} välissä aloittaa yrityksen alusta."
        case .ruleBreakdown: "Segmentit: {names}, riviltä {row}."
        case .ruleLike: "Lasketaan kuten {name}."
        case .ruleNotReproduced: "Ei toistettu: {text}."
        case .ruleOptional: "valinnainen"
        case .ruleFirstTime: "ensimmäistä kertaa"
        case .ruleWithin: "{window} kuluessa"
        case .ruleAfter: "vähintään {window} kuluttua"
        case .allFunnels: "Kaikki suppilot"
        case .columnFunnel: "suppilo"
        case .columnEntered: "aloitti"
        case .columnConverted: "konvertoitui"
        case .columnRate: "osuus"
        case .columnMedian: "mediaani"
        case .frictionIntro:
            """
            Kukin rivi vertaa niitä, jotka kohtasivat jotain askeleen jälkeen, niihin, jotka \
            olivat päässeet yhtä pitkälle ilman sitä. Piste katkoviivan oikealla puolella: \
            heistä useampi lähti ennen seuraavaa askelta. Vaikeammissa tehtävissä näitä tulee \
            vastaan enemmän, eikä mikään loki voi sulkea sitä pois: yhteys, ei todiste.
            """
        case .frictionFolded: "Näiden kitkamerkkien kaikki luvut"
        case .withoutEstimate: "Kitkamerkit, joista ei ole arviota"
        case .withoutEstimateCaption:
            """
            Kitkamerkit, joilla on liian vähän verrattavaa tai jotka ovat ristiriidassa itsensä \
            kanssa
            """
        case .noEstimate:
            "Yhdestäkään kitkamerkistä ei ole arviota: liian harva kohtasi jonkin niistä."
        case .frictionTitle: "Mikä hiertää: {name}"
        case .frictionTold: "{name}: {rd} ({low}\u{A0}– {high})"
        case .frictionCaption: "Kitka järjestyksessä; pelkät osuudet ovat vain vertailuksi"
        case .frictionMethod:
            """
            Ero, luottamusväli ja q: riskiero yhtä monen rivin tai yrityksen ryhmissä \
            (Mantel–Haenszel), 95\u{A0}%, Benjamini–Hochberg. Ylimääräiset: poistumat, joita on \
            enemmän kuin ilman kitkamerkkiä. Pisteet: se osuus askeleen poistumasta, joka \
            liittyy kitkamerkkiin, alarajalla. Ensin huonot kokemukset, sitten esteet, sitten \
            muutenkin lähtevien tavat.
            """
        case .frictionThresholds:
            """
            Rajat: hidas yli {slow} ms, toistuvat klikkaukset {repeat} sisällä, sama sivu {loop} \
            sisällä, heti takaisin {back} sisällä, toistetut yritykset {retry} sisällä, pitkä \
            yli {dwell} tauko, kysymys tuelle {support} sisällä; arvioon tarvitaan {units} \
            merkin kohdannutta ja {units} muuta, joka ruudussa {cell}.
            """
        case .answersNothing: "{name} ei vastaa mihinkään yritykseen."
        case .answersAttempts: "{name} vastaa yritykseen: {attempts}."
        case .signalsOff: "Pois päältä: {names}."
        case .cure:
            """
            *Epäselvä:* {signal} välillä {from}\u{A0}– {to}. Kaksi tapaa verrata ovat \
            ristiriidassa; kerro polkutiedostossa, mihin {key} vastaa: `answers = […]`.
            """
        case .anErrorTouchpoint: "sen virhekosketuspiste"
        case .signalsFolded: "Kuinka usein kukin kitkamerkki laukesi"
        case .signalsCaption: "Kunkin kitkamerkin laukeamiset kaikilla riveillä"
        case .columnSignal: "kitkamerkki"
        case .columnBetween: "välillä"
        case .columnStatus: "tila"
        case .columnClock: "vertailuperuste"
        case .columnMoreLeave: "lähtee enemmän"
        case .columnExcess: "ylimääräiset"
        case .columnScore: "pisteet"
        case .columnRank: "sija"
        case .columnCompared: "verrattu"
        case .columnExposed: "kohtasi"
        case .columnEligible: "mukana"
        case .columnAtRisk: "vaarassa oleva arvo"
        case .columnPlainExposed: "pelkkä osuus: kohtasi"
        case .columnPlainOthers: "pelkkä osuus: muut"
        case .columnTouchpoint: "kosketuspiste"
        case .columnTimes: "kertaa"
        case .columnSessions: "käynnit"
        case .columnCustomers: "asiakkaat"
        case .columnThreshold: "raja"
        case .statusOK: "lähtee enemmän"
        case .statusProtective: "lähtee vähemmän"
        case .statusInconclusive: "ei selvää vaikutusta"
        case .statusUnclear: "epäselvä"
        case .statusInsufficient: "liian vähän"
        case .clockRows: "rivit"
        case .clockAttempts: "yritykset"
        case .clockBoth: "molemmat"
        case .keyWentOn: "jatkoi"
        case .keyLeft: "ei jatkanut"
        case .keyOpen: "heistä vielä kesken"
        case .tooManySteps: "Ei palkkeja: askelia on yli 12. Taulukossa on ne kaikki."
        case .stepContinued: "{rate} jatkoi; {left} lähti."
        case .nextMost: "Useimmin seuraavaksi: {name} ({n})."
        case .nextNothing: "Useimmin ei enää mitään ({n})."
        case .leaveTitle: "Missä lähdetään: {name}"
        case .flowStep: "{n}. kosketuspiste"
        case .flowEnds: "Miten muut päättyivät"
        case .flowNext: "useimmin sitten {name}, {share}"
        case .nextFolded: "Minne lähteneet menivät seuraavaksi"
        case .nextCaption: "Jatkamatta jääneiden seuraavat kosketuspisteet"
        case .columnNext: "seuraava"
        case .columnUnits: "yksiköt"
        case .columnShare: "osuus"
        case .stepCaption: "Askeleet"
        case .stepNote:
            """
            Askeleesta 1: kaikista aloittaneista. Edellisestä askeleesta: siihen päässeistä ne, \
            jotka jatkoivat siitä, ja Wilsonin 95\u{A0}%:n luottamusväli. Ajat lasketaan \
            edellisestä askeleesta. Harmaa: alle 30.
            """
        case .columnNumber: "nro"
        case .columnOfFirst: "askeleesta 1"
        case .columnLeft: "lähti"
        case .columnLeftOfThese: "heistä lähti"
        case .columnOpen: "vielä kesken"
        case .columnP75: "p75"
        case .columnP90: "joka kymmenes yli"
        case .columnChange: "osuuden muutos"
        case .pathsTitle: "Mitä he tekevät: viisi ensimmäistä kosketuspistettä"
        case .pathsNote:
            """
            Taulukossa luetellut polut kattavat {share} asiakkaista. Ne päättyvät ensimmäiseen \
            konversioon.
            """
        case .ribbonsNote:
            """
            Nauhat eivät ketjuunnu: nauha kertoo kahdesta naapurista, ei siitä, kuka tuli \
            kauempaa vasemmalta. Viidennen kosketuspisteen jälkeen nauha johtaa siihen, miten \
            polku päättyi. Ohuimmat nauhat on jätetty pois.
            """
        case .pathsFolded: "Yleisimmät polut"
        case .pathsCaption: "Polut asiakasmäärän mukaan"
        case .columnPath: "polku"
        case .columnSoFar: "kertymä"
        case .transitionsIntro:
            """
            Kaikista kerroista, joina kosketuspiste (rivi) nähtiin käynnillä, se osuus, jonka \
            jälkeen seuraava (sarake) tuli; kosketuspisteet vaiheidensa järjestyksessä, \
            konversiot vihreinä. Mediaaniaika välissä on kunkin ruudun selitteessä.
            """
        case .transitionsCaption: "Kosketuspisteestä toiseen käynnin sisällä"
        case .columnFrom: "mistä"
        case .medianTold: "mediaani {time}"
        case .againHeading: "Tehty uudelleen"
        case .againFolded: "Kosketuspisteet, joihin käynneillä palataan"
        case .againCaption: "Toisto: itseensä palaavat ja toistuvat, eniten käyntejä ensin"
        case .columnSelfLoops: "heti uudelleen"
        case .columnRepetitions: "toistot"
        case .columnRework: "toistojen osuus"
        case .columnConvertWith: "konversio, kun on"
        case .columnConvertWithout: "konversio, kun ei ole"
        case .stepTimesHeading: "Edellisestä askeleesta: puolet ja yhdeksän kymmenestä"
        case .stepTimesTitle: "Kauanko kukin askel kestää: {name}"
        case .stepTimeTold: "{name}: puolet ehtii ajassa {median}, joka kymmeneltä kuluu yli {p90}"
        case .noStepTimes: "Yhteenkään askeleeseen ei päästy mitatussa ajassa."
        case .convertTimesHeading: "Ensimmäisestä askeleesta konversioon"
        case .convertTimesTitle: "Aika konversioon: {name}"
        case .timeTold: "enintään {time}: {n}"
        case .timesFolded: "Ajat konversioon taulukkona"
        case .timesCaption: "Konversiot ensimmäisestä askeleesta kuluneen ajan mukaan"
        case .columnOver: "yli"
        case .columnUpTo: "enintään"
        case .trendNote:
            """
            Pisteet: jaksolla aloittaneista konvertoituneiden osuus ja 95\u{A0}%:n \
            luottamusväli. Palkit: kuinka moni aloitti; kukin lasketaan kerran, \
            aloitusjaksollaan. Varjostettu: jotkin aikaikkunat päättyvät aineiston jälkeen, \
            joten nämä osuudet nousevat. Harmaa: sama, tai aloittaneita on alle 30.
            """
        case .trendByWeek:
            """
            Piirretty viikoittain maanantaista alkaen, koska päiviä on yli 45; taulukossa on \
            jokainen päivä.
            """
        case .trendByMonth:
            "Piirretty kuukausittain, koska jaksoja on paljon; taulukossa on jokainen."
        case .trendTitle: "Ajan mittaan: {name}"
        case .periodTold: "{day}: {rate}, aloittaneita {n}"
        case .stillOpenTold: "{n} vielä kesken"
        case .trendFolded: "Osuudet ajan mittaan taulukkona"
        case .trendCaption: "Osuudet aloitusjakson mukaan"
        case .columnFromDay: "alkaen"
        case .weekdays: "ma ti ke to pe la su"
        case .eventsByHour: "Tapahtumat viikonpäivän ja tunnin mukaan"
        case .conversionsByHour: "Konversiot käyntiä kohti"
        case .columnHour: "tunti"
        case .hoursNote:
            """
            Tunnit aikavyöhykkeellä {zone}. Käynnit lasketaan alkuhetkensä mukaan, konversiot \
            oman aikansa mukaan; tunti ilman käyntejä on tyhjä.
            """
        case .noBreakdown:
            "Erittelyä ei pyydetty: anna suppilolle `breakdown`, niin sen segmentit ovat tässä."
        case .byBreakdown: "Erittely: {name}"
        case .smallSegments: "Yhdessäkään segmentissä ei ole viittä aloittanutta."
        case .allSegments: "kaikki, {rate}"
        case .segmentTold: "{name}: {rate}, mukana {n}"
        case .segmentsTitle: "Segmentit, {breakdown}: {name}"
        case .segmentsFolded: "Segmentit taulukkona"
        case .segmentsCaption: "Segmentit, suurin ensin"
        case .columnSegment: "segmentti"
        case .columnExpected: "odotettu"
        case .columnMostLeaveAt: "eniten lähtee kohdassa"
        case .columnLeftThere: "lähti siinä"
        case .metricsHeading: "Asiakaspolun mittarit"
        case .metricsFolded: "Kaikki mittarit taulukkona"
        case .metricsCaption: "Mittarit"
        case .groupBuying: "Ostaminen"
        case .groupLeaving: "Lähteminen"
        case .groupTrouble: "Vaikeudet ja apu"
        case .groupLoyalty: "Uskollisuus"
        case .ofCount: "mukana {n}"
        case .ofCountSure: "{low}\u{A0}– {high}, mukana {n}"
        case .columnMetric: "mittari"
        case .columnUnit: "yksikkö"
        case .columnOfThese: "mukana"
        case .columnCounted: "laskettu"
        case .afterBad: "huonon käynnin jälkeen"
        case .afterClean: "hyvän käynnin jälkeen"
        case .perSession: "käynnit"
        case .perCustomer: "asiakkaat"
        case .perRequest: "pyynnöt"
        case .perAnswer: "vastaukset"
        case .inTime: "aika"
        case .returnsHeading: "Paluu huonon ja hyvän käynnin jälkeen"
        case .returnDifference7:
            """
            Huono käynti liittyy paluuseen 7 päivän kuluessa: ero {value} (95\u{A0}%:n \
            luottamusväli {low}\u{A0}– {high}).
            """
        case .returnDifference30:
            """
            Huono käynti liittyy paluuseen 30 päivän kuluessa: ero {value} (95\u{A0}%:n \
            luottamusväli {low}\u{A0}– {high}).
            """
        case .columnReturn: "palaa"
        case .return7AfterBad: "7 päivää, huonon käynnin jälkeen"
        case .return7AfterClean: "7 päivää, hyvän käynnin jälkeen"
        case .return30AfterBad: "30 päivää, huonon käynnin jälkeen"
        case .return30AfterClean: "30 päivää, hyvän käynnin jälkeen"
        case .whoComesHeading: "Keitä tulee"
        case .whoComesIntro:
            """
            Jaksolla tulevista uudet asiakkaat eivät ole käyneet koskaan ennen, palaavat kävivät \
            edellisellä jaksolla ja takaisin tulleet vain sitä aiemmin. Usealla jaksolla tulevat \
            lasketaan kuhunkin: jaksojen summa ei ole asiakkaiden määrä.
            """
        case .customersByDay: "Asiakkaat päivittäin"
        case .customersByWeek: "Asiakkaat viikoittain, maanantaista alkaen"
        case .customersByMonth: "Asiakkaat kuukausittain"
        case .columnNew: "uudet"
        case .columnReturning: "palaavat"
        case .columnResurrected: "takaisin tulleet"
        case .columnConversions: "konversiot"
        case .columnValue: "arvo"
        case .retentionHeading: "Ketkä palaavat"
        case .retentionCaption: "Pysyvyys: {period}, alkaen: {start}"
        case .columnCohort: "ensimmäinen {period}"
        case .firstSeen: "ensimmäinen käynti"
        case .retentionFirst:
            "Kunkin jakson ({period}) ensikertalaisista se osuus, joka palasi myöhemmin."
        case .retentionFrom:
            """
            Niistä asiakkaista, joilla {name} oli ensi kerran tällä jaksolla ({period}), se \
            osuus, joka palasi myöhemmin.
            """
        case .retentionReturning: "Paluu on rivi, jolla on {name}."
        case .retentionAny: "Mikä tahansa käynti on paluu."
        case .retentionCalendar:
            "Sarakkeiden luvut ovat {periods}. Tämä ei ole suppilo: myöhempi voi olla suurempi."
        case .retentionRollingDays:
            """
            Sarakkeiden luvut ovat 24 tunnin jaksoja kunkin asiakkaan alusta. Tämä ei ole \
            suppilo: myöhempi voi olla suurempi.
            """
        case .retentionRollingWeeks:
            """
            Sarakkeiden luvut ovat 7 päivän jaksoja kunkin asiakkaan alusta. Tämä ei ole \
            suppilo: myöhempi voi olla suurempi.
            """
        case .retentionRollingMonths:
            """
            Sarakkeiden luvut ovat 30 päivän jaksoja kunkin asiakkaan alusta. Tämä ei ole \
            suppilo: myöhempi voi olla suurempi.
            """
        case .day: "päivä"
        case .week: "viikko"
        case .month: "kuukausi"
        case .daysLater: "kalenteripäiviä"
        case .weeksLater: "kalenteriviikkoja"
        case .monthsLater: "kalenterikuukausia"
        case .attributionHeading: "Mille kanavalle ansio kuuluu"
        case .attributionIntro:
            """
            Kunkin kanavan konversiot kunkin mallin mukaan. Kaikki mallit jakavat samat \
            konversiot.
            """
        case .attributionCaption: "Konversiot kanavan ja mallin mukaan"
        case .attributionValues: "Arvo kanavan ja mallin mukaan"
        case .correlationIntro:
            """
            Konvertoitumisen vetosuhde niillä, joilla on kosketuspiste tai ominaisuus, \
            verrattuna niihin, joilla sitä ei ole; selvin ensin. Myöhäiset kosketuspisteet \
            näyttävät hyviltä ja varhaiset lähdöt huonoilta, koska vain jäävä voi kohdata sen, \
            mikä tulee myöhään: tämä ei mittaa vaikutusta.
            """
        case .correlationTitle: "Mikä liittyy konversioon: {name}"
        case .correlationFolded: "Vetosuhteet taulukkona"
        case .correlationCaption:
            "Kosketuspisteet ja ominaisuudet, jotka liittyvät konversioon, selvin ensin"
        case .columnName: "nimi"
        case .columnKind: "laji"
        case .columnConvertedWith: "konvertoitui, kun oli"
        case .columnDroppedWith: "lähti, kun oli"
        case .columnOdds: "vetosuhde"
        case .kindProperty: "ominaisuus"
        case .kindTouchpoint: "kosketuspiste"
        case .kindBreakdown: "erittely"
        case .ledgerCaption: "Minne rivit menivät"
        case .ledgerNote:
            """
            Hylättyjen koodit, esimerkit ja alkuperäiset rivit ovat tiedostossa, jonka `ingest \
            --rejects` kirjoittaa. Nimet, joihin mikään kosketuspiste ei täsmää: `funnelstats \
            check`.
            """
        case .columnCount: "määrä"
        case .columnCheck: "tarkistus"
        case .notSupplied: "ei annettu"
        case .putThereBy: "sen kirjoittaa {command}"
        case .addsUp: "✓ {what}"
        case .addsUpNot: "✗ ei täsmää: {what}"
        case .sixClasses: "kuusi luokkaa alla"
        case .eventsOfIngest: "ohjelman ingest tapahtumat"
        case .usedAndTwice: "käytetyt ja kahdesti tulleet"
        case .usedTwiceLeftOut: "käytetyt, kahdesti tulleet ja pois jätetyt"
        case .rowsOfSessionize: "rivit, jotka sessionize kirjoitti"
        case .lineRead: "luettuja lokirivejä"
        case .lineEvents: "tapahtumia"
        case .lineRejected: "hylättyjä"
        case .lineFiltered: "suodatettuja"
        case .lineBots: "botteja"
        case .lineDuplicates: "kaksoiskappaleita"
        case .lineBlank: "tyhjiä"
        case .lineSessionized: "käynneiksi jaettuja rivejä"
        case .lineSessionizeRead: "rivejä, jotka sessionize luki"
        case .lineNoKey: "ilman tunnistetta"
        case .lineQuarantine: "karanteenissa"
        case .lineHeld: "odottamassa"
        case .lineLate: "myöhässä"
        case .lineVisitors: "kävijöitä"
        case .lineLinked: "yhdistetty asiakkaaseen"
        case .lineShared: "usean asiakkaan yhteisiä"
        case .lineStatsRead: "rivejä, jotka funnelstats luki"
        case .lineUsed: "käytettyjä"
        case .lineTwice: "kahdesti tulleita"
        case .lineBeforeSince: "jätetty pois: ennen rajaa `--since`"
        case .lineFromUntil: "jätetty pois: rajasta `--until` alkaen"
        case .lineNotWhere: "jätetty pois: `--where`"
        case .lineNoUnit: "rivejä ilman yksikköä"
        case .lineRemoved: "poissulun poistamia yksiköitä"
        case .lineOffScale: "palautteita, jotka eivät ole asteikollaan"
        case .lineUnmapped: "tapahtumia, joihin mikään kosketuspiste ei täsmää"
        case .unmappedShare: "{share} kaikista; nimet: `funnelstats check`"
        case .inputsOfIngest: "Ohjelman ingest syötteet"
        case .inputsOfStats: "Ohjelman funnelstats syötteet"
        case .logsCaption: "Luetut lokitiedostot"
        case .streamsCaption: "Luetut polkuvirrat"
        case .columnFile: "tiedosto"
        case .columnBytes: "tavuja"
        case .columnLines: "rivejä"
        case .columnFormat: "muoto"
        case .columnState: "tila"
        case .columnHash: "SHA-256"
        case .columnRows: "rivejä"
        case .columnRowHash: "rivien tiiviste"
        case .stateComplete: "kokonainen"
        case .stateDamaged: "vioittunut"
        case .stateSkipped: "ohitettu"
        case .stateDuplicate: "kaksoiskappale"
        case .alarmRejected: "{share} lokiriveistä hylättiin (raja 1\u{A0}%)."
        case .alarmAccounts: "ingest luki {lines} riviä, mutta luokkien summa on {accounted}."
        case .alarmInput: "Syötteen {name} tila: {state}."
        case .alarmQuarantine: "{share} riveistä pantiin karanteeniin (raja 5\u{A0}%)."
        case .alarmLinked:
            "Yhtään kävijää ei ole yhdistetty asiakkaaseen, vaikka käyttäjiä tunnetaan."
        case .alarmUnmapped:
            """
            {share} tapahtumista ei täsmää yhteenkään kosketuspisteeseen (raja 20\u{A0}%); nimet \
            kertoo `funnelstats check`.
            """
        case .alarmStep:
            """
            {funnel}: yksikään rivi ei täsmää askeleeseen {n}, {name}; nimiä ehdottaa \
            `funnelstats check`.
            """
        case .glossaryFolded: "Sanasto: kitkamerkit, mittarit, mallit"
        case .glossarySignals: "Kitkamerkit"
        case .glossaryModels: "Attribuutiomallit"
        case .labelsFolded: "Nimet ja selitteet"
        case .labelsCaption: "Polkutiedoston selitteet ja niiden nimet taulukoissa"
        case .columnLabel: "selite"
        case .columnOf: "minkä"
        case .moreLabels: "{n} lisää tiedostossa `manifest.json`."
        case .madeBy:
            """
            Tehnyt {program} polkutiedostosta, jonka SHA-256 on {hash}. Aineiston alku {start}, \
            loppu {end}.
            """
        case .noJourneyFile: "(ei tiedostoa)"
        case .rulesUsed:
            """
            Attribuutio katsoo taaksepäin {lookback} ajan {half} puoliintumisajalla; käynti \
            päättyy {timeouts} taukoon. Tämä sivu: {command}, ja se syntyy pelkästään kansiosta.
            """
        case .noOutputs: "Luettelossa `manifest.json` ei ole taulukoita."
        case .outputsFolded: "Kansion taulukot"
        case .outputsCaption: "Taulukot luettelon `manifest.json` mukaan"
        case .columnTable: "taulukko"
        case .termReached: "Pääsi"
        case .meaningReached: "Yksiköt, joiden pisin askel on tämä tai myöhempi."
        case .termLeft: "Lähti"
        case .meaningLeft:
            "Yksiköt, joiden pisin askel on tämä; vielä kesken olevat kuuluvat niihin."
        case .termOpen: "Vielä kesken, voi vielä tulla"
        case .meaningOpen:
            """
            Yksiköt, jotka eivät konvertoituneet ja joiden aikaikkuna päättyy aineiston jälkeen: \
            ne voivat vielä jatkaa.
            """
        case .termExpected: "Odotettu"
        case .meaningExpected:
            "Konversion Kaplan–Meier-estimaatti, jossa kesken olevia ei vielä tiedetä."
        case .termInterval: "Luottamusväli"
        case .meaningInterval:
            "95\u{A0}%: osuuksilla Wilsonin, osuuksien eroilla Newcomben, kitkalla Klingenbergin."
        case .termMedian: "Puolet, joka kymmenes, p75"
        case .meaningMedian:
            """
            Kvantiilit lineaarisella interpoloinnilla (tyyppi 7): mediaani, 90. ja 75. \
            prosenttipiste.
            """
        case .termQ: "q"
        case .meaningQ:
            """
            p-arvo Benjaminin ja Hochbergin korjauksella koko taulukosta: väärien löytöjen \
            odotettu osuus riveistä, joiden q on enintään tämä.
            """
        case .termBad: "Huono käynti"
        case .meaningBad:
            """
            Käynti, jolla oli palvelinvirhe tai epäonnistunut pyyntö, virhekosketuspiste, \
            toistuvia klikkauksia, sama sivu yhä uudelleen tai toistettuja yrityksiä.
            """
        case .termAssociated: "Yhteys, liittyy"
        case .meaningAssociated: "Vertailu ryhmistä, jotka voivat erota muutenkin; ei koe."
        case .meaningServerError: "Palvelin epäonnistui: tila 500 tai suurempi."
        case .meaningClientError: "Pyyntö epäonnistui: tila 400, 408, 409, 422 tai 429."
        case .meaningNotFound: "Tila 404 tai 410."
        case .meaningDenied: "Tila 401 tai 403."
        case .meaningSlow: "Palvelimelta kului rajaa kauemmin."
        case .meaningRapidRepeat: "Sama kosketuspiste ja sivu kolmesti rajan sisällä."
        case .meaningPageLoop: "Yhdellä sivulla kolmesti rajan sisällä, muita välissä."
        case .meaningQuickBack: "Sivulta takaisin edelliselle rajan sisällä."
        case .meaningPingPong: "Kaksi kosketuspistettä vuorotellen neljän rivin ajan."
        case .meaningUTurn: "Suppilon alempi askel ylemmän jälkeen."
        case .meaningRetryLoop: "Askel kolmesti, virhe välissä eikä myöhempää askelta."
        case .meaningLongDwell: "Rajaa pidempi tauko."
        case .meaningSearchRefinement: "Toinen, erilainen haku viiden minuutin sisällä."
        case .meaningSupportContact: "Kysymys tuelle rajan sisällä askeleen jälkeen."
        case .meaningResumedLater: "Myöhemmän käynnin ensimmäinen rivi."
        case .termErrorSignal: "Virhekosketuspisteiden nimet"
        case .meaningErrorSignal: "Rivi kosketuspisteestä, jota polkutiedosto sanoo virheeksi."
        case .meaningConversionRate: "Ne, joilla on konversio, kaikista käynneistä tai asiakkaista."
        case .meaningOrderValue: "Konversion keskiarvo rahana."
        case .meaningRepeatPurchase:
            "Asiakkaat, joilla on vähintään kaksi konversiota, niistä, joilla on yksi."
        case .meaningAbandonment:
            "Käynnit, joilla on askel mutta ei suppilon viimeistä, niistä, joilla on askel."
        case .meaningBounce: "Yhden rivin käynnit."
        case .meaningErrorSessions: "Käynnit, joilla on virherivi."
        case .meaningReturn:
            """
            Toinen käynti alkaa näin monen päivän kuluessa, käynneistä, joita seurattiin niin \
            monta päivää.
            """
        case .meaningSupport: "Käynnit, joilla tai joiden jälkeen rajan sisällä kysyttiin tuelta."
        case .meaningResponse: "Kysymyksestä ensimmäiseen vastaukseen, vain vastatut kysymykset."
        case .meaningAnswered:
            "Vastattu 24 tunnissa, kysymyksistä, jotka tulivat vähintään vuorokautta ennen loppua."
        case .meaningNPS: "Vastausten 9–10 osuus miinus vastausten 0–6 osuus, pisteinä −100…100."
        case .meaningCSAT: "Vastausten 4–5 osuus viiden asteikolla."
        case .meaningReferral: "Suosittelevat asiakkaat kaikista."
        case .meaningFirst: "Kaikki ansio ensimmäisen käynnin kanavalle."
        case .meaningLast: "Kaikki ansio viimeisen käynnin kanavalle."
        case .meaningLastNonDirect: "Kaikki ansio viimeiselle kanavalle, joka ei ollut suora."
        case .meaningLinear: "Jokaisella käynnillä on yhtä suuri osuus."
        case .meaningPosition:
            "40\u{A0}% ensimmäiselle ja 40\u{A0}% viimeiselle, loput tasan välissä oleville."
        case .meaningDecay: "Myöhemmillä käynneillä on enemmän, puoliintumisajan mukaan."
        case .meaningMarkov: "Kuinka paljon konversio laskisi ilman kanavaa käyntien ketjussa."
        case .meaningShapley: "Mukana olleiden kanavien tasaosuudet järjestyksestä riippumatta."
        }
    }
}
