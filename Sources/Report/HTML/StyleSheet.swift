import Crypto
import FoundationEssentials

/// The style of the page. It is one text, whose digest the page's policy names.
enum StyleSheet {
    static let page: [UInt8] = Array(
        squeezed(colours + layout + tables + drawings + narrow + paper).utf8)
    /// The same with what the script shows.
    static let interactivePage: [UInt8] = page + Array(squeezed(interactive).utf8)
    /// For a drawing in a file of its own.
    static let chart: [UInt8] = Array(squeezed(colours + drawings + alone).utf8)

    static let digest = digest(of: page)
    static let interactiveDigest = digest(of: interactivePage)

    /// SHA-256 in base 64, as a page's policy names what it lets in.
    static func digest(of text: [UInt8]) -> [UInt8] {
        Array(Data(SHA256.hash(data: text)).base64EncodedString().utf8)
    }

    /// Without line ends and the blanks before lines.
    private static func squeezed(_ sheet: String) -> String {
        sheet.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    }

    // Okabe–Ito: blue 0072B2, light blue 56B4E9, and a dark orange for loss. The dark theme takes
    // lighter ones of the same hues, so that shapes stand out 3 to 1 and text 4.5 to 1 in both.
    private static let colours = """
        :root{color-scheme:light dark;--page:#fff;--panel:#f5f7f9;--ink:#12181f;--soft:#55606b;
        --rule:#e1e5ea;--bar:#0b6bb5;--loss:#a8430a;--hot:#fbeee5;--good:#1a6b42;--open:#6b7280;
        --light:#9dbfd8;--chev:#dcebf7;--shade:#eceef1;--flow:#a9c8dd;--won:#1a6b42;--lost:#e3b98f;
        --h1:#e8f1f9;--h2:#d2e4f3;--h3:#b3d2ea;--h4:#8bbadd;--h5:#5f9fcd;--h6:#2f77b0;--h7:#1c5c96;
        --h8:#0b3f73;--g1:#e6f3ec;--g2:#cde7d9;--g3:#abd5bf;--g4:#80bd9f;--g5:#55a27f;--g6:#2b7a55;
        --g7:#1a6141;--g8:#0c462c;--i5:#0d1217;--i6:#fff;--link:#0a5fa3}
        @media screen and (prefers-color-scheme:dark){:root{--page:#12161b;--panel:#1a2027;--ink:#e8ebee;
        --soft:#a5afb9;--rule:#2e3740;--bar:#6db8f2;--loss:#f4a26b;--hot:#33251b;--good:#6fcf9b;
        --open:#a7b1bc;--light:#4a6a80;--chev:#1c3448;--shade:#232a32;--flow:#33566d;--won:#6fcf9b;
        --lost:#7a5230;--h1:#16293a;--h2:#183650;--h3:#1b466b;--h4:#1f5886;--h5:#2a6da3;--h6:#5e9fce;
        --h7:#8fc1e6;--h8:#bfdcf3;--g1:#14291f;--g2:#173729;--g3:#1b4935;--g4:#205d43;--g5:#287252;
        --g6:#5aa883;--g7:#8bc9ab;--g8:#bfe2d0;--i5:#fff;--i6:#0d1217;--link:#7cc4f0}}
        @media(prefers-contrast:more){:root{--soft:var(--ink);--rule:var(--ink)}}

        """

    private static let layout = """
        *{box-sizing:border-box}
        html{scroll-padding-top:52px}
        body{margin:0 auto;max-width:1220px;padding:0 30px 60px;color:var(--ink);
        background:var(--page);font:15px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",
        "Helvetica Neue",Arial,"Noto Sans CJK SC","Hiragino Sans","Microsoft YaHei",sans-serif;
        font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
        a{color:var(--link);text-underline-offset:2px}
        .skip{position:absolute;left:-999px;top:0;padding:8px;background:var(--page);z-index:3}
        .skip:focus{left:8px}
        .defs{position:absolute}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .top{padding-top:26px}
        h1{font-size:15px;line-height:1.4;font-weight:600;margin:0}
        .eye{font-size:13px;color:var(--soft);margin:0 0 10px;max-width:none}
        .say{font-size:29px;line-height:1.2;letter-spacing:-.02em;font-weight:650;margin:0 0 8px;
        max-width:31em}
        h2{font-size:19px;line-height:1.3;margin:0 0 10px;letter-spacing:-.01em;font-weight:640}
        h3{font-size:16px;margin:22px 0 8px}
        h4,.minor{font-size:14px;margin:14px 0 6px;font-weight:600}
        p{margin:0 0 10px;max-width:76ch}
        section{padding:28px 0 16px;border-top:1px solid var(--rule)}
        section.glance{border:0;padding:10px 0 6px;display:grid;gap:24px 36px;
        grid-template-columns:minmax(0,1.05fr) minmax(0,.95fr)}
        .glance>div{min-width:0}
        bdi{overflow-wrap:anywhere}
        .lead{color:var(--soft);margin:0 0 8px;max-width:90ch}
        .note,.src,.none,.rules,.sub,.key{font-size:13px;color:var(--soft)}
        .src{margin:4px 0 14px}
        .none{padding:10px 12px;background:var(--panel);border-radius:8px;max-width:none}
        code{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;
        overflow-wrap:anywhere}
        .cards{display:grid;gap:12px;margin:10px 0 14px;
        grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr))}
        .card{padding:14px 16px;background:var(--panel);border-radius:10px}
        .fn{font-size:16px;margin:0 0 6px}
        .flowline{list-style:none;margin:0 0 8px;padding:0;display:flex;flex-wrap:wrap;gap:2px 6px}
        .flowline li+li::before{content:"→ ";color:var(--soft)}
        .flowline li{max-width:100%}
        .rule{color:var(--soft);font-size:12px}
        .rules{margin:0}
        nav{position:sticky;top:0;z-index:2;background:var(--page);border-top:1px solid var(--rule);
        border-bottom:1px solid var(--rule);margin:10px 0 0}
        nav ul{list-style:none;margin:0;padding:0;display:flex;gap:0 17px;overflow-x:auto;
        scrollbar-width:none}
        nav a{display:block;padding:9px 0;font-size:13px;text-decoration:none;white-space:nowrap}
        nav a:hover,nav a:focus{text-decoration:underline}
        nav+section{border-top:0}
        @media(min-width:961px){nav ul{flex-wrap:wrap;padding:4px 0}nav a{padding:4px 0}
        html{scroll-padding-top:76px}}
        @media(forced-colors:active){.findings li,.journey tr .chev div{border:1px solid;clip-path:none}
        .journey .lane th,.journey .lane td{border-bottom:1px solid}
        .tabs>input:checked+label{border:3px solid}}
        div.how{margin:0 0 16px}
        .alarms{list-style:none;margin:0 0 14px;padding:10px 14px;border-left:4px solid var(--loss);
        background:var(--panel);border-radius:0 8px 8px 0}
        .alarms li{margin:2px 0}
        .alarms strong{color:var(--loss)}
        .seen{columns:16em;padding-left:20px}
        .tiles{display:flex;flex-wrap:wrap;margin:0 0 14px;border:1px solid var(--rule);border-radius:10px;
        overflow:hidden}
        .tiles>div{flex:1 1 112px;padding:11px 14px;margin:-1px 0 0 -1px;border:solid var(--rule);
        border-width:1px 0 0 1px}
        .tiles dt{font-size:13px;color:var(--soft)}
        .tiles dd{margin:0}
        .tiles .sub{font-size:12.5px;line-height:1.35}
        .big{font-size:22px;line-height:1.4;font-weight:640;letter-spacing:-.01em;white-space:nowrap}
        .spark{display:block;overflow:visible;max-width:100%}
        .findings{list-style:none;margin:0;padding:0;display:grid;gap:8px}
        .findings li{display:grid;grid-template-columns:26px minmax(0,1fr) auto;gap:0 10px;
        padding:11px 14px;border-radius:10px;background:var(--panel)}
        .findings .hot{background:var(--hot)}
        .findings b{font-weight:640}
        .no{grid-row:1/3;font-size:18px;color:var(--loss);font-weight:700}
        .why{grid-column:2;color:var(--soft);font-size:13px}
        .amt{grid-row:1/3;grid-column:3;text-align:right;align-self:center;color:var(--loss);max-width:150px}
        .amt b{font-size:19px;white-space:nowrap}
        .amt small{display:block;font-size:12.5px;color:var(--soft)}
        .changes{list-style:none;margin:0 0 12px;padding:0}
        .changes li{margin:0 0 6px;padding-left:14px;border-left:3px solid var(--rule);max-width:90ch}
        .changes .up{border-color:var(--good);color:inherit}
        .changes .down{border-color:var(--loss);color:inherit}
        .pair{display:grid;gap:0 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr))}
        .pair>div{min-width:0}
        details{margin:6px 0 10px}
        summary{display:inline-block;cursor:pointer;font-size:13px;color:var(--link);padding:3px 0}
        summary::before{content:"+ "}
        details[open]>summary::before{content:"− "}
        .terms{display:grid;gap:8px 24px;margin:0 0 14px;font-size:13px;
        grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr))}
        .terms dt{font-weight:600}
        .terms dd{margin:0;color:var(--soft)}
        @media(max-width:960px){section.glance{grid-template-columns:minmax(0,1fr)}}
        @media screen and (max-width:760px){.t2{display:none}}
        @media(max-width:560px){body{padding:0 16px 40px}.say{font-size:23px}
        .tiles>div{flex-basis:40%}
        .findings li{grid-template-columns:18px minmax(0,1fr) auto;padding:10px 12px}
        .why{grid-column:2/4;margin-top:3px}.amt{grid-row:1;max-width:112px}.no{grid-row:1}}

        """

    private static let tables = """
        .wide{overflow-x:auto;max-width:100%;position:relative}
        :focus-visible{outline:2px solid var(--bar);outline-offset:2px}
        .wide:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
        table{border-collapse:collapse;font-size:13px;line-height:1.35;margin:2px 0 4px}
        caption{text-align:left;font-size:13px;color:var(--soft);padding:2px 0 4px}
        th,td{padding:4px 8px;text-align:right;vertical-align:top;white-space:nowrap;
        border-bottom:1px solid var(--rule)}
        th:first-child,td:first-child{padding-left:2px}
        thead th{font-weight:500;color:var(--soft);vertical-align:bottom;white-space:normal;
        border-bottom:1px solid var(--soft)}
        tbody th,.t{text-align:left;font-weight:500;white-space:normal;max-width:26em}
        td bdi,th bdi{display:inline-block;vertical-align:top;overflow-wrap:break-word}
        th bdi{max-width:13em}
        td bdi{max-width:24em}
        .map bdi,.heat bdi{max-width:13em}
        tbody .day{white-space:nowrap}
        .short{width:100%;table-layout:auto;font-size:14px;margin:0 0 8px}
        .short th,.short td{border:0;padding:5px 8px 5px 0;vertical-align:top}
        .short th{font-weight:500;min-width:96px}
        .short .b{width:48%;text-align:left;white-space:normal}
        .short small bdi{display:inline;overflow-wrap:anywhere}
        .short small{display:block;font-size:12.5px;line-height:1.3;color:var(--soft)}
        .bb{display:block;margin:2px 0 3px}
        .journey{width:100%;min-width:920px;table-layout:fixed;border-collapse:separate;
        border-spacing:0;font-size:13px;line-height:1.35}
        .journey th,.journey td{border:0;text-align:left;vertical-align:top;white-space:normal;
        padding:6px 7px 8px;max-width:none}
        .journey th:first-child{position:sticky;left:0;z-index:1;width:106px;background:var(--page);
        font-weight:600;padding-left:0}
        .journey .unseen-cell{color:transparent}
        .journey small{display:block;font-size:12px;line-height:1.35;color:var(--soft);font-weight:400}
        .journey bdi{max-width:100%;display:inline}
        .journey .chev{padding:0 0 8px 6px;color:var(--ink);font-weight:640;font-size:12.5px}
        .chev div{background:var(--chev);min-height:42px;display:flex;align-items:center;
        padding:5px 4px 5px 15px;margin-right:-8px;
        clip-path:polygon(0 0,calc(100% - 11px) 0,100% 50%,calc(100% - 11px) 100%,0 100%,11px 50%)}
        .chev:nth-child(2) div{padding-left:10px;
        clip-path:polygon(0 0,calc(100% - 11px) 0,100% 50%,calc(100% - 11px) 100%,0 100%)}
        @media screen{.chev:last-child div{margin-right:0}}
        @media(max-width:1060px){.journey .chev{font-size:11.5px}}
        .journey .who b{font-size:18px;font-weight:640}
        .who .bb{height:6px}
        .lane th,.lane td{background:var(--panel);border-bottom:4px solid var(--page)}
        .journey .lane th:first-child{background:var(--panel);padding-left:8px;border-radius:8px 0 0 8px}
        .lane td:last-child{border-radius:0 8px 8px 0}
        .lane ul{list-style:none;margin:0;padding:0}
        .lane li{display:flex;gap:4px;align-items:flex-start;margin:1px 0}
        .lane li svg{flex:none}
        .lane li>span{min-width:0}
        .journey bdi{hyphens:auto}
        .lane li span span{color:var(--soft)}
        .stop{fill:var(--bar)}
        .journey .how td{padding:6px 0 0}
        .how td>div{position:relative;height:96px}
        .how small{padding:22px 7px 0}
        .how th small{padding:0}
        .how td div>svg{position:absolute;left:0;top:0;width:100%;height:96px;overflow:visible}
        .curve .area{fill:var(--hot)}
        .curve .line{fill:none;stroke:var(--loss);stroke-width:2.5;vector-effect:non-scaling-stroke}
        .curve .zero{stroke:var(--rule);stroke-width:1;vector-effect:non-scaling-stroke}
        .at{fill:var(--page);stroke:var(--loss);stroke-width:2}
        .at.high{fill:var(--loss)}
        .spots .high{fill:var(--loss);font-weight:700}
        .pain td,.pain th,.voices td,.voices th,.next td,.next th{border-top:1px solid var(--rule)}
        .journey .pain b{font-weight:600;color:var(--soft)}
        .loss,.journey .loss{color:var(--loss);font-weight:640}
        .fair{font-weight:640}
        .good{color:var(--good);font-weight:640}
        .journey p{margin:0}
        .legend{font-size:12.5px;color:var(--soft);margin:2px 0 12px}
        .legend span{display:inline-block;width:20px;height:11px;vertical-align:-1px}
        .tabs{border:0;margin:0;padding:0;min-width:0}
        .tabs>input{position:absolute;opacity:0}
        .tabs>label{display:inline-block;padding:6px 12px;margin:0 4px 10px 0;font-size:13.5px;
        border:1px solid var(--rule);border-radius:8px;cursor:pointer}
        .tabs>input:checked+label{background:var(--chev);border-color:var(--bar);font-weight:600}
        .tabs>input:focus-visible+label{outline:2px solid var(--bar);outline-offset:2px}
        .panel{display:none}
        .panel:has(:target),.tabs>input:nth-of-type(1):checked~.panel:nth-of-type(1),
        .tabs>input:nth-of-type(2):checked~.panel:nth-of-type(2),
        .tabs>input:nth-of-type(3):checked~.panel:nth-of-type(3),
        .tabs>input:nth-of-type(4):checked~.panel:nth-of-type(4),
        .tabs>input:nth-of-type(5):checked~.panel:nth-of-type(5),
        .tabs>input:nth-of-type(6):checked~.panel:nth-of-type(6),
        .tabs>input:nth-of-type(7):checked~.panel:nth-of-type(7),
        .tabs>input:nth-of-type(8):checked~.panel:nth-of-type(8){display:block}
        .tabs>.panel>h3{margin-top:0}
        .dots{width:100%;font-size:13.5px}
        .dots th,.dots td{vertical-align:middle}
        .dots tbody th{max-width:none;width:26%;min-width:108px;padding:5px 10px 5px 2px;
        background:var(--page);position:sticky;left:0;z-index:1}
        .dots thead th:first-child{text-align:left}
        .dots bdi{max-width:none;overflow-wrap:anywhere}
        .dots small{display:block;font-weight:400;font-size:12px;color:var(--soft)}
        .dots .few th,.dots .few td{color:var(--soft)}
        .dots .plot{width:52%;min-width:136px;padding:0 12px}
        .dots thead .plot{position:relative;z-index:1;background:var(--page)}
        .dots .plot svg{display:block;overflow:visible}
        .dots tbody .plot{height:26px}
        .dots .sure td:nth-child(2){font-weight:600}
        .trend{display:grid;grid-template-columns:62px minmax(0,1fr)}
        .trend svg{overflow:visible}
        .half{max-width:560px}
        .steps{list-style:none;counter-reset:step;margin:0 0 12px;padding:0}
        .steps li{margin:0 0 12px}
        .steps p{margin:0;max-width:none;display:flex;justify-content:space-between;gap:2px 16px;
        flex-wrap:wrap}
        .steps .sub{display:block}
        .steps b{font-weight:600}
        .groups{display:grid;gap:12px;margin:10px 0;
        grid-template-columns:repeat(auto-fit,minmax(min(100%,250px),1fr))}
        .groups .card{padding:12px 16px}
        .groups h3,.groups h4{font-size:14px;margin:0 0 6px}
        .groups dl{margin:0}
        .groups dl div{display:flex;justify-content:space-between;gap:10px;padding:5px 0;
        border-top:1px solid var(--rule)}
        .groups dt{font-size:13.5px}
        .groups dd{margin:0;text-align:right;white-space:nowrap}
        .groups dd b{font-size:15px}
        .groups small{display:block;font-size:12px;color:var(--soft)}
        th:first-child{background:var(--page)}
        .wide>table th:first-child{position:sticky;left:0;z-index:1}
        .next td div{height:44px;border:1px dashed var(--open);border-radius:5px}
        td.t{font-weight:400}
        tr:target{background:var(--shade)}
        .main{font-weight:600}
        .few,.same{color:var(--soft);font-weight:400}
        .up{color:var(--good)}
        .down{color:var(--loss)}
        .heat td,.hours td,.map td{border:1px solid var(--page)}
        .heat td{text-align:center;padding:4px 3px;min-width:34px}
        .heat tbody th,.hours tbody th{min-width:0;white-space:nowrap;max-width:15em;
        border-bottom-color:var(--page)}
        .heat tbody th bdi{white-space:normal}
        .v bdi{display:inline;overflow-wrap:anywhere}
        .heat thead th{text-align:center;padding:4px 3px;max-width:8em}
        .v{height:8.5em;padding:0}
        .v div{writing-mode:vertical-rl;transform:rotate(180deg);max-height:8.4em;
        text-align:left;margin:0 auto;line-height:1.1}
        .hours{font-size:12px}
        .hours th,.hours td{padding:4px 2px;text-align:center;min-width:34px}
        .hours tbody th{text-align:left;padding-right:8px}
        .map th,.map td{text-align:left;min-width:92px;max-width:14em;white-space:normal}
        .map tbody th{border-bottom-color:var(--page)}
        .map .all td,.map .all th{border-bottom:1px solid var(--rule)}
        .map .pain td,.map .pain th{font-size:12px;color:var(--loss);border-top:1px solid var(--rule)}
        .h1{background:var(--h1)}
        .h2{background:var(--h2)}
        .h3{background:var(--h3)}
        .h4{background:var(--h4)}
        .h5{background:var(--h5);color:var(--i5)}
        .h6{background:var(--h6);color:var(--i6)}
        .h7{background:var(--h7);color:var(--i6)}
        .h8{background:var(--h8);color:var(--i6)}
        .g1{background:var(--g1)}
        .g2{background:var(--g2)}
        .g3{background:var(--g3)}
        .g4{background:var(--g4)}
        .g5{background:var(--g5);color:var(--i5)}
        .g6{background:var(--g6);color:var(--i6)}
        .g7{background:var(--g7);color:var(--i6)}
        .g8{background:var(--g8);color:var(--i6)}

        """
}
