import Crypto
import FoundationEssentials

/// The style of the page. It is one text, whose digest the page's policy names.
enum StyleSheet {
    static let page: [UInt8] = Array(squeezed(colours + layout + tables + drawings + paper).utf8)
    /// For a drawing in a file of its own.
    static let chart: [UInt8] = Array(squeezed(colours + drawings + alone).utf8)

    /// SHA-256 of the page's style, in base 64.
    static let digest: [UInt8] = Array(
        Data(SHA256.hash(data: page)).base64EncodedString().utf8)

    /// Without line ends and the blanks before lines.
    private static func squeezed(_ sheet: String) -> String {
        sheet.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    }

    // Okabe–Ito: blue 0072B2, light blue 56B4E9, and a dark orange for loss. The dark theme takes
    // lighter ones of the same hues, so that shapes stand out 3 to 1 and text 4.5 to 1 in both.
    private static let colours = """
        :root{color-scheme:light dark;--page:#fff;--panel:#f6f7f9;--ink:#1c2228;--soft:#545e69;
        --rule:#dfe3e8;--bar:#0072b2;--loss:#b45309;--open:#6b7280;--mark:#56b4e9;--light:#8fb4cc;
        --shade:#eceef1;--flow:#a9c8dd;--won:#0072b2;--lost:#e3b98f;
        --h1:#e4eff7;--h2:#b4d4ea;--h3:#5fa3d0;--h4:#0b5a94;--i3:#0d1217;--i4:#fff;--link:#00609a}
        @media screen and (prefers-color-scheme:dark){:root{--page:#14181d;--panel:#1c2229;--ink:#e6e9ed;
        --soft:#a7b1bc;--rule:#323b45;--bar:#56b4e9;--loss:#f0a35e;--open:#a7b1bc;--mark:#0072b2;
        --light:#5c7f96;--shade:#232a32;--flow:#33566d;--won:#56b4e9;--lost:#7a5230;
        --h1:#1b2f3f;--h2:#1d4a6b;--h3:#2b74a8;--h4:#8fcaf2;--i3:#fff;--i4:#0d1217;--link:#7cc4f0}}

        """

    private static let layout = """
        *{box-sizing:border-box}
        html{scroll-behavior:auto}
        body{margin:0 auto;max-width:1210px;padding:0 20px 60px;color:var(--ink);
        background:var(--page);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",
        "Helvetica Neue",Arial,"Noto Sans CJK SC","Hiragino Sans","Microsoft YaHei",sans-serif;
        font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
        a{color:var(--link);text-underline-offset:2px}
        .skip{position:absolute;left:-999px;top:0;padding:8px;background:var(--page)}
        .skip:focus{left:8px}
        .defs{position:absolute}
        h1{font-size:26px;line-height:1.2;letter-spacing:-.01em;margin:28px 0 6px}
        h2{font-size:20px;line-height:1.3;margin:0 0 10px;letter-spacing:-.005em}
        h3{font-size:16px;margin:22px 0 8px}
        h4,.minor{font-size:14px;margin:14px 0 6px;font-weight:600}
        p{margin:0 0 10px;max-width:76ch}
        section{padding:26px 0 14px;border-top:1px solid var(--rule);scroll-margin-top:8px}
        bdi{overflow-wrap:anywhere}
        .lead{color:var(--soft)}
        .note,.src,.none,.rules,.sub,.key{font-size:13px;color:var(--soft)}
        .src{margin:4px 0 14px}
        .none{padding:10px 12px;background:var(--panel);border-radius:6px;max-width:none}
        code{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;
        overflow-wrap:anywhere}
        .cards{display:grid;gap:12px;margin:16px 0 22px;
        grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr))}
        .card{padding:14px 16px;background:var(--panel);border-radius:8px}
        .fn{font-size:16px;margin:0 0 6px}
        .flowline{list-style:none;margin:0 0 8px;padding:0;display:flex;flex-wrap:wrap;gap:2px 6px}
        .flowline li+li::before{content:"→ ";color:var(--soft)}
        .flowline li{max-width:100%}
        .rule{color:var(--soft);font-size:12px}
        .rules{margin:0}
        nav{margin:0 0 8px}
        nav ol,nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 16px}
        nav a{display:inline-block;padding:3px 0;min-height:24px;font-size:13px;
        text-decoration:none;max-width:100%}
        nav a:hover,nav a:focus{text-decoration:underline}
        nav ul{margin-top:6px;padding-top:6px;border-top:1px solid var(--rule)}
        .first{padding-left:22px;margin:0 0 6px}
        .first li{margin:0 0 8px;max-width:80ch}
        .alarms{list-style:none;margin:0 0 14px;padding:10px 14px;border-left:4px solid var(--loss);
        background:var(--panel);border-radius:0 6px 6px 0}
        .alarms li{margin:2px 0}
        .alarms strong{color:var(--loss)}
        .seen{columns:16em;padding-left:20px}
        .tiles{display:grid;gap:1px;margin:0 0 12px;background:var(--rule);
        border:1px solid var(--rule);border-radius:8px;overflow:hidden;
        grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}
        .tiles>div{padding:12px 14px;background:var(--page)}
        .tiles dt{font-size:13px;color:var(--soft)}
        .tiles dd{margin:0}
        .big{font-size:22px;line-height:1.35;font-weight:600;letter-spacing:-.01em}
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
        @media(min-width:1180px){body{display:grid;grid-template-columns:156px minmax(0,960px);
        column-gap:44px;align-content:start}
        header,main{grid-column:2}
        nav{grid-column:1;grid-row:1/span 2;position:sticky;top:24px;align-self:start;margin-top:34px;
        max-height:calc(100vh - 48px);overflow-y:auto}
        nav ol,nav ul{display:block}}

        """

    private static let tables = """
        .wide{overflow-x:auto;max-width:100%}
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
        td.t{font-weight:400}
        tr:target{background:var(--shade)}
        .main{font-weight:600}
        .few,.same{color:var(--soft);font-weight:400}
        .up{color:var(--link)}
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
        .h3{background:var(--h3);color:var(--i3)}
        .h4{background:var(--h4);color:var(--i4)}

        """
}
