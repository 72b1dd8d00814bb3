import { useEffect, useState } from 'react'

/** The present time, looked at again every so many milliseconds, for ages that grow on screen. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval)
    return () => clearInterval(timer)
  }, [interval])
  return now
}
