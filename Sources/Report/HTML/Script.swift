/// The script of `report --interactive`. It adds to what the page shows and asks for nothing: without it every number is
/// there to read.
enum Script {
    static let page: [UInt8] = Array(
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n").utf8)

    /// SHA-256 in base 64: the page's policy lets in this script and no other.
    static let digest = StyleSheet.digest(of: page)

    private static let text = """
        (() => {
        const all = (what, root = document) => [...root.querySelectorAll(what)]
        const language = document.documentElement.lang

        // What a mark tells: its title, which the browser would show a second time.
        const told = new Map()
        const tell = (mark, title) => {
            told.set(mark, title.textContent)
            title.remove()
        }
        for (const title of all('.chart g > title, .dots td svg > title')) tell(title.parentNode, title)

        // Boxes of a flow and the ribbons between them.
        for (const flow of all('svg:has([data-node])')) {
            const boxes = all('[data-node]', flow)
            const name = box => (box.querySelector('title') ?? box.querySelector('text').firstChild).textContent.trim()
            for (const box of boxes)
                told.set(box, `${name(box)}: ${box.querySelector('tspan').textContent}`)
            const number = new Intl.NumberFormat(language)
            for (const band of all('[data-from]', flow)) {
                const {from, to, value} = band.dataset
                told.set(band, `${name(boxes[from])} → ${name(boxes[to])}: ${number.format(value)}`)
            }
            for (const title of all('[data-node] title', flow)) title.remove()
        }
        const joins = (band, {node, from, to}) => node === undefined
            ? band.dataset.from === from && band.dataset.to === to
            : band.dataset.from === node || band.dataset.to === node

        // The read-out stands over the mark that is pointed at or has the focus.
        const readout = document.createElement('div')
        readout.className = 'readout'
        readout.hidden = true
        readout.ariaHidden = 'true'
        document.body.append(readout)
        let shown
        const leave = () => {
            shown = undefined
            readout.hidden = true
            for (const flow of all('.lit')) flow.classList.remove('lit')
        }
        const place = () => {
            if (!shown) return
            const at = shown.getBoundingClientRect(), {width, height} = readout.getBoundingClientRect()
            const most = document.documentElement.clientWidth - width - 4
            readout.style.left = `${Math.max(4, Math.min(at.left + at.width / 2 - width / 2, most))}px`
            readout.style.top = `${at.top < height + 10 ? at.bottom + 8 : at.top - height - 8}px`
        }
        const enter = mark => {
            leave()
            shown = mark
            readout.textContent = told.get(mark)
            readout.hidden = false
            place()
            const flow = mark.ownerSVGElement
            if (!flow || !(mark.dataset.node ?? mark.dataset.from)) return
            flow.classList.add('lit')
            for (const band of all('[data-from]', flow))
                band.classList.toggle('on', joins(band, mark.dataset))
        }
        const follow = event => {
            let mark = event.target
            while (mark && !told.has(mark)) mark = mark.parentElement
            if (mark) enter(mark)
            else leave()
        }
        document.addEventListener('pointerover', follow)
        document.addEventListener('focusin', follow)
        document.addEventListener('focusout', leave)
        document.addEventListener('scroll', place, true)
        document.addEventListener('keydown', event => { if (event.key === 'Escape') leave() })

        // The marks of a chart are one stop of the tab key; arrows go from one to the next.
        for (const chart of all('.chart')) {
            const marks = all('g', chart).filter(one => told.has(one))
            if (!marks.length) continue
            chart.setAttribute('role', 'group')
            chart.ariaLabel = chart.querySelector('title').textContent
            marks.forEach((mark, index) => {
                mark.setAttribute('role', 'img')
                mark.ariaLabel = told.get(mark)
                mark.setAttribute('tabindex', index ? -1 : 0)
            })
            chart.addEventListener('keydown', event => {
                const at = marks.indexOf(document.activeElement)
                const next = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1,
                    ArrowUp: at - 1, Home: 0, End: marks.length - 1}[event.key]
                if (at < 0 || next === undefined) return
                event.preventDefault()
                if (!marks[next]) return
                marks[at].setAttribute('tabindex', -1)
                marks[next].setAttribute('tabindex', 0)
                marks[next].focus()
            })
        }

        // The heads of columns sort. A number is that of the table: it stands in the
        // title where the page rounds it. What is missing comes last.
        const collator = new Intl.Collator(language, {numeric: true})
        const key = cell => {
            const text = cell.textContent.trim(), {value, csv, json} = cell.dataset
            if (text === '' || text === '–') return undefined
            if (value !== undefined) return Number(value)
            if (csv === undefined && json === undefined) return text
            const number = parseFloat(cell.title || text.replace(/\\s/g, '').replace('−', '-'))
            return Number.isNaN(number) ? text : number
        }
        const compare = (one, other) => typeof one === 'number' && typeof other === 'number'
            ? one - other : collator.compare(one, other)
        for (const table of all('.wide > table:not([class])')) {
            const body = table.tBodies[0], rows = [...body.rows], heads = [...table.tHead.rows[0].cells]
            if (rows.length < 2) continue
            heads.forEach((head, column) => {
                const button = document.createElement('button')
                button.type = 'button'
                button.append(...head.childNodes)
                head.append(button)
                button.addEventListener('click', () => {
                    const sign = head.ariaSort === 'ascending' ? -1 : 1
                    for (const one of heads) one.removeAttribute('aria-sort')
                    head.ariaSort = sign > 0 ? 'ascending' : 'descending'
                    const keys = new Map(rows.map(row => [row, key(row.cells[column])]))
                    body.append(...[...rows].sort((one, other) => {
                        const [left, right] = [keys.get(one), keys.get(other)]
                        return left === undefined || right === undefined
                            ? (left === undefined) - (right === undefined) : sign * compare(left, right)
                    }))
                })
            })
        }

        // A region is a stop of the tab key only while it scrolls.
        const observer = new ResizeObserver(entries => {
            for (const {target} of entries) {
                if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
                else target.removeAttribute('tabindex')
            }
        })
        for (const region of all('.wide[role=region]')) observer.observe(region)
        })()

        """
}
