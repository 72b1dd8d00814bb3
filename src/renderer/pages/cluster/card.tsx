import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './cluster.module.css'

interface CardProps {
  title: string
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
  testId?: string
}

export function Card({ title, about, actions, children, testId }: CardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id} data-testid={testId}>
      <div className={classes.head}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {about && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
