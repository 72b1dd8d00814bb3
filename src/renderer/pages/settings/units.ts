const GB = 1e9
/** The least that the engine takes, in GB. */
export const LEAST_GB = 0.27

/** For the field, which is empty when it is left to the machine. */
export function toGigabytes(bytes: number | null): number | string {
  return bytes === null ? '' : Math.round((bytes / GB) * 100) / 100
}

export function fromGigabytes(value: number | string): number | null {
  return value === '' ? null : Math.round(Number(value) * GB)
}
