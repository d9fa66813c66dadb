import classes from './facts.module.css';

/** Facts of a record, in as many columns as there is room for; `wide` ones need more of it. */
export function Facts({ wide = false, children }: { wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={classes.facts} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

/** A record page: what it is at the side, what happens in the middle. */
export function Split({ side, children }: { side: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={classes.split}>
      <div className={classes.main}>{children}</div>
      <aside className={classes.side}>{side}</aside>
    </div>
  );
}
