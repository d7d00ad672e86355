import { useEffect, useState } from 'react'

/** The present moment, renewed every minute: lists tell today from yesterday and let embargoes end. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
