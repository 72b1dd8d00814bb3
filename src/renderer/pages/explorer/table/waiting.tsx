import { Skeleton } from '@mantine/core'

const LINES = Array.from({ length: 16 }, (_, at) => at)

/** Rows to come, where they will be. */
export function Waiting() {
  return (
    <div aria-hidden="true" style={{ padding: '0 10px' }}>
      {LINES.map((at) => (
        <div key={at} style={{ height: 34, paddingTop: 12 }}>
          <Skeleton height={9} width={`${62 + ((at * 37) % 35)}%`} />
        </div>
      ))}
    </div>
  )
}
