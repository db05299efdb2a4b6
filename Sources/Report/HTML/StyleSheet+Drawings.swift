// Rules for charts, for charts in files of their own, and for paper.
extension StyleSheet {
    static let drawings = """
        .chart{display:block;overflow:visible;margin:4px 0 6px}
        .full{width:100%;height:auto;min-width:920px}
        text{fill:var(--ink);font-size:13px;font-variant-numeric:tabular-nums;font-family:system-ui,
        -apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,"Noto Sans CJK SC",sans-serif}
        .s,.e,.m{font-size:12px;fill:var(--soft)}
        .e,.num,.far{text-anchor:end}
        .m{text-anchor:middle}
        .far{fill:var(--soft)}
        .n{fill:var(--soft)}
        .faint{fill:var(--soft)}
        .step{font-size:14px;font-weight:600}
        .halo{font-size:12px;stroke:var(--page);stroke-width:3px;stroke-linejoin:round;
        paint-order:stroke}
        .bar{fill:var(--bar)}
        .left{fill:url(#hatch);stroke:var(--loss);stroke-width:1}
        .open{fill:url(#dots);stroke:var(--open);stroke-width:1}
        pattern .ground{fill:var(--page)}
        pattern .loss{fill:var(--loss)}
        pattern .open{fill:var(--open);stroke:none}
        .light{fill:var(--light)}
        .grid{stroke:var(--rule);stroke-width:1}
        .base{stroke:var(--soft);stroke-width:1}
        .ref{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 3}
        .dot{fill:var(--page);stroke:var(--bar);stroke-width:2}
        .dot.clear{fill:var(--bar)}
        .dot.few{stroke:var(--open)}
        .dot.up{fill:var(--good);stroke:var(--good)}
        .dot.down{fill:var(--loss);stroke:var(--loss)}
        .was{fill:var(--page);stroke:var(--open);stroke-width:1.5}
        .line{fill:none;stroke:var(--bar);stroke-width:1.8}
        .soft{stroke:var(--light);stroke-dasharray:3 2}
        .ci{stroke:var(--bar);stroke-width:2}
        .ci.few{stroke:var(--open)}
        .tip{fill:var(--bar)}
        .gap{stroke:var(--page);stroke-width:1}
        .beyond{font-size:14px;fill:var(--bar)}
        .whisk{stroke:var(--bar);stroke-width:5;stroke-linecap:butt;opacity:.55}
        .shade{fill:var(--shade)}
        .flow{fill:none;stroke:var(--flow);opacity:.75}
        .win{stroke:var(--won)}
        .lose{stroke:var(--lost)}
        .other{fill:var(--open)}
        .won{fill:var(--won)}

        """

    static let alone = """
        svg{background:var(--page)}
        .h0{fill:var(--page)}
        .h1{fill:var(--h1)}
        .h2{fill:var(--h2)}
        .h3{fill:var(--h3)}
        .h4{fill:var(--h4)}
        .h5{fill:var(--h5)}
        .h6{fill:var(--h6)}
        .h7{fill:var(--h7)}
        .h8{fill:var(--h8)}
        .on{font-size:12px;text-anchor:middle}
        .i5{fill:var(--i5)}
        .i6{fill:var(--i6)}

        """

    // The dark colours are for screens alone, so that paper is light; what is folded is printed too.
    static let paper = """
        @media print{:root{color-scheme:light}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        @page{size:A4;margin:11mm 11mm}
        body{display:block;max-width:none;padding:0;font-size:8.5pt;line-height:1.35}
        nav,.skip{display:none}
        .say{font-size:17pt}
        section.glance{grid-template-columns:1.05fr .95fr;gap:10px 18px;padding:4px 0}
        .glance .short,.findings b{font-size:8pt}
        .short small,.why,.amt small,.tiles .sub,.tiles dt{font-size:7pt}
        .amt b{font-size:11pt}
        .tiles>div{flex-basis:70px}
        .short th,.short td{padding:2px 5px 2px 0}
        .findings{gap:5px}
        .steps,.dots,.trend,.groups,.half,.legend{zoom:.8}
        .how~section{zoom:.64;padding:4px 0 1px}
        .terms{grid-template-columns:repeat(5,1fr);gap:2px 12px}
        td code{white-space:nowrap}
        .tabs{break-inside:auto}
        .eye{margin:0 0 4px}
        .findings li{padding:6px 9px}
        .journey{min-width:0;font-size:7.2pt}
        .journey th:first-child{width:78px;position:static;padding-left:3px;font-size:6.8pt}
        .journey small{font-size:6.8pt}
        .journey th,.journey td{padding:3px 4px}
        .journey .chev{font-size:5.9pt}
        .chev div{min-height:24px;padding:2px 0 2px 10px}
        .journey .who b{font-size:10pt}
        .next td div{height:40px}
        h2{font-size:11.5pt;margin:0 0 4px;break-after:avoid}
        h3,h4{font-size:9pt;margin:6px 0 3px;break-after:avoid}
        p{margin:0 0 4px;max-width:none}
        section{padding:7px 0 3px}
        .big{font-size:11pt}
        .tiles{margin:0 0 6px}
        .tiles>div{padding:4px 8px}
        .cards{margin:6px 0 8px;gap:6px}
        .card{padding:6px 9px}
        .note,.src,.none,.rules,.sub,.key,summary,caption,.terms{font-size:7.5pt}
        .src{margin:1px 0 4px}
        table{font-size:7pt;line-height:1.25;margin:0}
        th,td{padding:1px 5px}
        .hours{font-size:6.5pt}
        .hours th,.hours td,.heat td,.heat thead th{padding:1px 1px;min-width:0}
        .map th,.map td{min-width:0}
        td bdi,th bdi{max-width:13em}
        .v{height:7em}
        code{font-size:6.5pt}
        .wide{overflow:visible}
        .full{min-width:0}
        .panel{display:block}
        .tabs>label{display:none}
        .tabs>input{display:none}
        .halo{stroke:none}
        .chart{margin:2px 0}
        details{margin:2px 0}
        details::details-content{content-visibility:visible;display:block;height:auto}
        summary::before{content:""}
        details[open]>summary::before{content:""}
        tr,.card,.tiles,.chart,li{break-inside:avoid}
        h2,h3,h4,caption,thead,.key,summary,.minor{break-after:avoid}
        h2+*,h3+*,.key+*{break-before:avoid}
        thead{display:table-header-group}
        .pair{grid-template-columns:1fr 1fr;break-inside:avoid}}

        """
}
