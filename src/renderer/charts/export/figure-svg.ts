import { FONT_STACK, textWidth } from '../measure-text.ts'
import { wrapWords } from '../shorten.ts'
import { resolveColours } from './resolve-colours.ts'

export interface FigureText {
  /** The finding. */
  title: string
  subtitle: string
  /** Source, run, films: several lines when it is long. */
  source: string
}

export interface FigureSvg {
  svg: string
  width: number
  height: number
}

const PAD = 28
const SMALLEST = 560
const TITLE = { size: 20, weight: 650, line: 26 }
const SUBTITLE = { size: 13.5, weight: 400, line: 19 }
const SOURCE = { size: 11.5, weight: 400, line: 16 }
type Style = typeof TITLE

/**
 * Every drawing inside `figure`, as they stand there, as one SVG that needs nothing else: text around it,
 * colours and font inside it.
 * @param fontCss `@font-face` rules with the font inside
 */
export function figureSvg(
  figure: HTMLElement,
  text: FigureText,
  colours: Readonly<Record<string, string>>,
  fontCss: string,
): FigureSvg {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg.recharts-surface, svg[data-chart]')]
  const frame = figure.getBoundingClientRect()
  const boxes = drawings.map((drawing) => drawing.getBoundingClientRect())
  const left = Math.min(frame.right, ...boxes.map((box) => box.left))
  const top = Math.min(frame.bottom, ...boxes.map((box) => box.top))
  const inner = Math.ceil(Math.max(SMALLEST, ...boxes.map((box) => box.right - left)))
  const drawn = Math.ceil(Math.max(0, ...boxes.map((box) => box.bottom - top)))

  let y = PAD
  const lines: string[] = []
  const write = (what: string, style: Style, fill: string) => {
    for (const line of wrapWords(what, inner, (each) => textWidth(each, style.size, style.weight))) {
      y += style.line
      lines.push(
        `<text x="${PAD}" y="${y - style.line * 0.28}" font-size="${style.size}" font-weight="${style.weight}" fill="${fill}">${escapeXml(line)}</text>`,
      )
    }
  }
  write(text.title, TITLE, 'var(--chart-ink)')
  y += 2
  write(text.subtitle, SUBTITLE, 'var(--chart-axis)')
  y += 18
  const body = drawings.map((drawing, index) => {
    const box = boxes[index]
    return box ? nested(drawing, PAD + box.left - left, y + box.top - top, box.width, box.height) : ''
  })
  y += drawn + 14
  write(text.source, SOURCE, 'var(--chart-axis)')

  const [width, height] = [inner + 2 * PAD, Math.ceil(y + PAD - 6)]
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT_STACK}">`,
    `<title>${escapeXml(text.title)}</title>`,
    `<desc>${escapeXml(`${text.subtitle} ${text.source}`)}</desc>`,
    `<style>${fontCss}text{font-variant-numeric:tabular-nums}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--chart-paper)"/>`,
    ...lines,
    ...body,
    '</svg>',
  ].join('\n')
  return { svg: resolveColours(svg, colours), width, height }
}

/** A drawing without what only the window needs, at its place. */
function nested(drawing: SVGSVGElement, x: number, y: number, width: number, height: number): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  for (const each of copy.querySelectorAll('[data-export="no"], title, desc')) each.remove()
  for (const each of [copy, ...copy.querySelectorAll<SVGElement>('*')]) {
    each.removeAttribute('class')
    each.removeAttribute('style')
    each.removeAttribute('tabindex')
    each.removeAttribute('role')
    for (const { name } of [...each.attributes]) if (name.startsWith('data-')) each.removeAttribute(name)
  }
  copy.setAttribute('x', x.toFixed(1))
  copy.setAttribute('y', y.toFixed(1))
  copy.setAttribute('width', width.toFixed(1))
  copy.setAttribute('height', height.toFixed(1))
  copy.setAttribute('overflow', 'visible')
  return new XMLSerializer().serializeToString(copy)
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
