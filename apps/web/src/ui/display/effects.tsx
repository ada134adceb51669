import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Effect = readonly [icon: IconName, text: ReactNode];

interface EffectsProps {
  title: ReactNode;
  effects: readonly Effect[];
}

/** What an act does, or what stays as it is: one line for each consequence, before the button. */
export function Effects({ title, effects }: EffectsProps) {
  return (
    <section className="stack stack--2">
      <h3>{title}</h3>
      <ul className="effects">
        {effects.map(([icon, text], at) => (
          <li key={at}>
            <Icon name={icon} size="s" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
