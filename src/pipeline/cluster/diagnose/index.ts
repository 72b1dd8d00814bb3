import type { Diagnosis } from '../../api.ts'
import { RULES } from './rules.ts'

export interface Evidence {
  /** What `spark-submit` wrote. */
  driver?: string
  /** What YARN says of the application. */
  diagnostics?: string
  /** What its containers wrote; the master holds the driver in cluster mode. */
  containers?: readonly { is_master: boolean; text: string }[]
  /** Ports of the ResourceManager, when they are not the usual ones. */
  yarnPorts?: readonly number[]
}

const MAX_LINE = 500

interface Text {
  of: 'driver' | 'executor'
  text: string
}

/**
 * Why a Spark job failed, out of what was written about it; null when nothing in it tells. The first rule
 * that fits anywhere counts, because the rules stand from the cause to its consequences.
 */
export function diagnose(evidence: Evidence): Diagnosis | null {
  const texts = textsOf(evidence)
  for (const rule of RULES) {
    const pattern = withPorts(rule.pattern, evidence.yarnPorts ?? [])
    for (const { of, text } of texts) {
      const match = rule.of === undefined || rule.of === of ? pattern.exec(text) : null
      if (!match) continue
      const { code, hint } = rule
      return { code, message: shortened(rule.message(match)), hint, evidence: lineAround(text, match.index) }
    }
  }
  return lastWord(texts.map(({ text }) => text))
}

/** Whose word comes first: YARN's and the driver's, then the master's; it is nearer to the cause than executors. */
function textsOf({ driver = '', diagnostics = '', containers = [] }: Evidence): Text[] {
  const said = (isMaster: boolean) => containers.filter(({ is_master }) => is_master === isMaster)
  const texts: Text[] = [
    { of: 'driver', text: diagnostics },
    { of: 'driver', text: driver },
    ...said(true).map(({ text }): Text => ({ of: 'driver', text })),
    ...said(false).map(({ text }): Text => ({ of: 'executor', text })),
  ]
  return texts.filter(({ text }) => text !== '')
}

/** Our own cluster may have other ports than Hadoop's usual ones. */
function withPorts(pattern: RegExp, ports: readonly number[]): RegExp {
  const named = ports.length > 0 ? ports.join('|') : '(?!)'
  return new RegExp(pattern.source.replace('RM_PORTS', named), pattern.flags)
}

/** No rule fits: the last exception is the best that there is. */
function lastWord(texts: readonly string[]): Diagnosis | null {
  for (const text of texts) {
    const lines = text.split('\n').map((line) => line.trim())
    const line =
      lines.findLast((each) =>
        /^(Exception in thread "[^"]*" |Caused by: |: )?[\w.$]+(Error|Exception)\b[:.]?/.test(each),
      ) ?? lines.findLast((each) => /\bERROR\b/.test(each))
    if (!line) continue
    const message = shortened(
      `The job failed: ${line.replace(/^(Exception in thread "[^"]*" |Caused by: |: )/, '')}`,
    )
    return {
      code: 'SPARK_FAILED',
      message,
      hint: 'Run it again with ETL_LOG_LEVEL=DEBUG to see the whole log.',
      evidence: shortened(line),
    }
  }
  return null
}

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at)
  return shortened(text.slice(start, end < 0 ? undefined : end).trim())
}

const shortened = (text: string) => (text.length > MAX_LINE ? `${text.slice(0, MAX_LINE - 1)}…` : text)
