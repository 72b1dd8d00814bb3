import { notifications } from '@mantine/notifications'
import { useWork, type Work } from '../../bridge/engine.ts'

export interface Save extends Pick<Work, 'error'> {
  saving: boolean
  /** True when it went well, which is then said. */
  save(work: () => Promise<unknown>, said: string): Promise<boolean>
}

/** One thing being saved at a time: whether it still is, and how it failed. */
export function useSave(): Save {
  const { working, error, work } = useWork()
  const save: Save['save'] = async (task, said) => {
    const done = await work(task)
    if (done) notifications.show({ message: said, color: 'teal' })
    return done
  }
  return { saving: working, error, save }
}
