import { expect, test } from 'vitest'
import { RestartPolicy } from '../../../src/pipeline/host/restart-policy.ts'

test('each death waits twice as long, the fifth within the window gives up, old ones are forgotten', () => {
  let now = 0
  const policy = new RestartPolicy({ firstDelayMs: 100, maxDeaths: 5, windowMs: 60_000 }, () => now)
  const deaths = [1000, 2000, 3000, 4000].map((at) => {
    now = at
    return policy.nextDelay()
  })
  expect(deaths).toEqual([100, 200, 400, 800])
  expect(policy.isQuiet()).toBe(true)
  now = 5000
  expect(policy.nextDelay()).toBeNull()
  expect(policy.isQuiet()).toBe(false)
  now = 64_500
  expect(policy.isQuiet()).toBe(true)
  expect(policy.nextDelay()).toBe(200)
})
