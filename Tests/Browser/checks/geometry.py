"""No label leaves its chart, no two labels overlap, nothing makes the page wider than the window."""

from __future__ import annotations

from pathlib import Path
from typing import List

from browser import Browser

WIDTHS = (1400, 1100, 768, 360)

LABELS = """() => {
    const problems = [], charts = [...document.querySelectorAll('svg')]
    const seen = text => text.getClientRects().length > 0 && text.textContent.trim() !== ''
    const box = text => {
        // The line box of a label is higher than its letters.
        const {left, right, top, bottom, height} = text.getBoundingClientRect()
        return {left, right, top: top + height * 0.18, bottom: bottom - height * 0.18,
                name: text.textContent.trim().slice(0, 40)}
    }
    for (const chart of charts) {
        if (chart.getClientRects().length === 0) continue
        const frame = chart.getBoundingClientRect()
        const name = (chart.querySelector('title')?.textContent ?? 'chart').slice(0, 60)
        const labels = [...chart.querySelectorAll('text')].filter(seen).map(box)
        for (const one of labels) {
            // Combining marks hang over the letter that they stand on.
            const hang = /\\p{M}/u.test(one.name) ? 4 : 1
            if (one.left < frame.left - hang || one.right > frame.right + hang ||
                one.top < frame.top - 1 || one.bottom > frame.bottom + 1)
                problems.push(`${name}: label '${one.name}' leaves the chart`)
        }
        labels.sort((a, b) => a.left - b.left)
        for (let i = 0; i < labels.length; i++)
            for (let k = i + 1; k < labels.length && labels[k].left < labels[i].right - 1; k++) {
                const height = Math.min(labels[i].bottom, labels[k].bottom) -
                    Math.max(labels[i].top, labels[k].top)
                if (height > 1)
                    problems.push(`${name}: labels '${labels[i].name}' and '${labels[k].name}' overlap`)
            }
        for (const text of [...chart.querySelectorAll('text')].filter(seen)) {
            const scale = Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b)
            const size = parseFloat(getComputedStyle(text).fontSize) * scale
            if (size < 8.5)
                problems.push(`${name}: label '${text.textContent.trim().slice(0, 40)}' is ` +
                              `${size.toFixed(1)} px high`)
        }
    }
    return problems
}"""

OVERFLOW = """() => {
    const width = document.documentElement.clientWidth, problems = []
    if (document.documentElement.scrollWidth <= width) return problems
    problems.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width} px`)
    const scrolls = one => one !== document.documentElement &&
        ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(one).overflowX)
    const inside = one => { for (let up = one.parentElement; up; up = up.parentElement)
        if (scrolls(up)) return true; return false }
    const wide = [...document.body.querySelectorAll('*')].filter(
        one => one.getBoundingClientRect().right > width + 1 && !inside(one))
    if (wide[0]) problems.push('widest part: ' + wide.at(-1).outerHTML.slice(0, 160))
    return problems
}"""

CUT = """() => [...document.querySelectorAll('main *, header *')].filter(one => {
    const style = getComputedStyle(one)
    return ['hidden', 'clip'].includes(style.overflowX) && one.clientWidth > 2 &&
        one.scrollWidth > one.clientWidth + 1 && !(one instanceof SVGElement)
}).slice(0, 5).map(one => 'cut: ' + one.outerHTML.slice(0, 120))"""


def geometry(browser: Browser, page: Path) -> List[str]:
    problems = []
    for width in WIDTHS:
        with browser.open(page, width=width) as opened:
            found = opened.ask(OVERFLOW) + opened.ask(CUT) + opened.ask(LABELS)
            problems += [f"{width} px: {one}" for one in found]
    return problems
