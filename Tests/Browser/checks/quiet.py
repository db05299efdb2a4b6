"""The page asks for nothing, says nothing, breaks no rule of its own, and holds no script."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

from browser import Browser

ACTIVE = """() => {
    const problems = []
    const banned = 'script,iframe,frame,object,embed,applet,link,base,form,input,button,img,image,' +
        'audio,video,source,foreignObject,animate,set,math,template,portal'
    // Tabs are radio buttons that belong to no form and send nothing.
    const harmless = one => one.matches('fieldset.tabs > input[type=radio]:not([value])')
    for (const one of document.querySelectorAll(banned))
        if (!harmless(one)) problems.push('element: ' + one.outerHTML.slice(0, 120))
    for (const one of document.querySelectorAll('*'))
        for (const {name, value} of one.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'src' || name === 'srcdoc')
                problems.push(`attribute ${name} in ${one.outerHTML.slice(0, 100)}`)
            // References to marks of the page itself, and links to its own sections, are all there is.
            if (/^(xlink:)?href$/.test(name) && !/^#[a-z0-9_-]+$/i.test(value))
                problems.push(`link to ${value.slice(0, 80)}`)
            if (/url\\(/i.test(value) && !/^url\\(["']?#[a-z0-9_-]+["']?\\)$/i.test(value) &&
                ['fill', 'stroke', 'mask', 'filter', 'clip-path', 'style'].includes(name))
                problems.push(`${name}=${value.slice(0, 80)}`)
        }
    return problems
}"""

HEAD = """() => {
    const meta = (name, value) => document.querySelector(`meta[${name}="${value}" i]`)?.content ?? ''
    return {policy: meta('http-equiv', 'Content-Security-Policy'), referrer: meta('name', 'referrer'),
            robots: meta('name', 'robots'), styles: document.querySelectorAll('style').length,
            styled: getComputedStyle(document.body).fontFamily}
}"""

POLICY = ("default-src 'none'", "style-src 'sha256-", "base-uri 'none'", "form-action 'none'")


def quiet(browser: Browser, page: Path) -> List[str]:
    # As it is: what opens all tabs for other checks leaves marks of its own.
    with browser.open(page, unfolded=False) as opened:
        opened.page.wait_for_timeout(50)
        address = page.resolve().as_uri()
        problems = [f"request: {one}" for one in opened.events.requests if one != address]
        problems += [f"console: {one}" for one in opened.events.console]
        problems += [f"dialog: {one}" for one in opened.events.dialogs]
        problems += [f"violation: {one}" for one in opened.violations()]
        problems += opened.ask(ACTIVE)
        return problems + head(opened.ask(HEAD))


def head(facts: Dict[str, Any]) -> List[str]:
    problems = [f"policy lacks {one}" for one in POLICY if one not in facts["policy"]]
    if "unsafe" in facts["policy"]:
        problems.append(f"policy allows too much: {facts['policy']}")
    if facts["referrer"] != "no-referrer":
        problems.append(f"referrer policy is '{facts['referrer']}'")
    if "noindex" not in facts["robots"]:
        problems.append(f"robots is '{facts['robots']}'")
    if facts["styles"] != 1:
        problems.append(f"{facts['styles']} style elements")
    return problems
