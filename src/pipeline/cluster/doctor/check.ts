import type { CheckId, DoctorCheck } from '../../api.ts'
import { toCineError } from '../../errors.ts'
import type { Tool } from '../find/tool.ts'

/** What a check found, without its name. */
export type Finding = Omit<DoctorCheck, 'id'>

export function fine(message: string, details: Record<string, unknown> = {}): Finding {
  return { level: 'ok', code: null, message, hint: null, fix: null, details }
}

export function worry(
  level: 'warning' | 'error',
  code: string,
  message: string,
  more: Partial<Pick<Finding, 'hint' | 'fix' | 'details'>> = {},
): Finding {
  return { level, code, message, hint: null, fix: null, details: {}, ...more }
}

/** Runs one check; an error that it throws is what it found. */
export async function check(id: CheckId, look: () => Promise<Finding> | Finding): Promise<DoctorCheck> {
  try {
    return { id, ...(await look()) }
  } catch (error) {
    const { code, message, hint, details } = toCineError(error)
    const { command, ...rest } = details
    return {
      id,
      level: 'error',
      code,
      message,
      hint,
      fix: typeof command === 'string' ? command : null,
      details: rest,
    }
  }
}

/** `Java 17.0.15: /usr/bin/java (by JAVA_HOME)`, and the same as figures. */
export function foundTool(name: string, tool: Tool): Finding {
  const how = { environment: `by ${tool.setting}`, path: 'on the PATH', cache: 'installed by cine' }[
    tool.found_by
  ]
  return fine(`${name} ${tool.version}: ${tool.path} (${how}).`, { ...tool })
}
