"""Texts that try to leave their place in a page: as touchpoint, stage, channel, page or segment."""

from __future__ import annotations

import re
from typing import List

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

HOSTILE: List[bytes] = [
    b"<script>alert(1)</script>",
    b"</script><script>alert(2)</script>",
    b"<img src=x onerror=alert(3)>",
    b"<svg onload=alert(4)>",
    b"</text></svg><polku-x>5</polku-x>",
    b"</title><polku-x>6</polku-x>",
    b"</desc><polku-x>7</polku-x>",
    b"</style><style>*{display:none}</style>",
    b"</details></section></main>",
    b"</td></tr></table><h1>8</h1>",
    b"<!-- 9",
    b"--><polku-x>10</polku-x>",
    b"<![CDATA[11]]>",
    b"<?xml 12?>",
    b'" onmouseover="alert(13)',
    b"' onfocus='alert(14)' autofocus='",
    '"\u0301 onmouseover="alert(15)'.encode(),
    '>\u0338<polku-x>16</polku-x>'.encode(),
    "<\u0301polku-x>17".encode(),
    b"`onmouseover=alert(18)`",
    b"javascript:alert(19)",
    b"data:text/html,<script>alert(20)</script>",
    b"&lt;polku-x&gt;21",
    b"&#60;polku-x&#62;22",
    b"&amp;amp;23",
    b"&quot;&apos;24 &",
    b"a\x00b 25",
    b"<\x00script>alert(26)</script>",
    b"tab\there 27",
    b"bell\x07 esc\x1b[31m 28",
    "line\u2028paragraph\u2029 29".encode(),
    "right\u202eto left 30".encode(),
    "isolate\u2066 31".encode(),
    "\ufeffmark 32".encode(),
    b"lone \xff\xfe byte 33",
    b"cut \xe2\x82 short 34",
    b"surrogate \xed\xa0\x80 35",
    b"overlong \xc0\xbcpolku-x\xc0\xbe 36",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 family 37".encode(),
    "\u5408\u8a08 \u0645\u0633\u0627\u0631 38".encode(),
    ("z" + "\u0336" * 60 + " 39").encode(),
    b"=HYPERLINK(\"https://example.test/40\")",
    b"@import url(https://example.test/41.css)",
    b"url(https://example.test/42.png)",
    b"}body{display:none}/*43",
    b"{{44}} ${45} %s %n",
    b"../../46",
    b"https://example.test/47",
    b"a > b, \"c\" 48",
    b" blanks 49 ",
    b"'quoted 50",
    "next\u0085 line \u009b31m 52".encode(),
    b"W" * 300 + b" 51",
]


def pattern(data: bytes) -> "re.Pattern[str]":
    """Matches what a page may show for `data`: controls dropped or shown, bidi controls shown."""
    text = data.decode("utf-8", errors="replace")
    return re.compile("".join(shown(mark) for mark in text), re.DOTALL)


def shown(mark: str) -> str:
    if mark < " " or "\x7f" <= mark < "\xa0":
        return r"[\s\ufffd\u2400-\u2421]?"
    if mark in BIDI or mark in "\u2028\u2029\ufeff":
        return r".{0,12}"
    # How many U+FFFD stand for a run of bad bytes is not the same everywhere.
    return "\ufffd*" if mark == "\ufffd" else re.escape(mark)


def tame(data: bytes, number: int) -> bytes:
    """A harmless name that is about as long as `data` is when shown."""
    length = len(data.decode("utf-8", errors="replace"))
    return f"name {number} ".encode() + b"n" * max(0, length - 8)
