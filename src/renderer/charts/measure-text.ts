let context: CanvasRenderingContext2D | null | undefined

/** How wide a text is drawn, in pixels: figures, as everywhere in the window, each as wide as a zero. */
export function textWidth(text: string, size: number, weight = 400): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * size * 0.6
  context.font = `${weight} ${size}px ${FONT_STACK}`
  return context.measureText(text.replace(/\d/g, '0')).width
}

/** The window's font, then what a reader of an exported drawing may have. */
export const FONT_STACK = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif"
