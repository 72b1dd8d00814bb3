import classes from './facts.module.css'

export interface Fact {
  id: string
  name: string
  value: string
  unit?: string
}

/** Figures in a row, each with its name. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ id, name, value, unit }) => (
        <div key={id} className={classes.fact}>
          <dt>{name}</dt>
          <dd data-testid={`fact-${id}`}>
            {value}
            {unit && <span className={classes.unit}>{unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
