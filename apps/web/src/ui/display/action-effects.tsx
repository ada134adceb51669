import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type ActionEffect = readonly [icon: IconName, text: ReactNode];

interface EffectsProps {
  title: ReactNode;
  effects: readonly ActionEffect[];
  /** Further `li` elements, for effects that must be loaded. */
  children?: ReactNode;
}

/** Consequences of an action, one per line, to show before its button. */
export function ActionEffects({ title, effects, children }: EffectsProps) {
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
        {children}
      </ul>
    </section>
  );
}
