import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { IconName } from '../display/icon';

/** Audiences of a profile field, from the narrowest to the widest. */
export const AUDIENCES = ['onlyMe', 'allies', 'groups', 'members'] as const;
export type Audience = (typeof AUDIENCES)[number];

interface Words {
  label: MessageDescriptor;
  note?: MessageDescriptor;
  icon: IconName;
  /** Name of the CSS modifier. */
  look: string;
}

export const AUDIENCE_LABELS: Record<Audience, Words> = {
  onlyMe: { label: msg`Solo yo`, icon: 'lock', look: 'only' },
  allies: {
    label: msg`Aliadas y aliados`,
    note: msg`Quienes aceptaste en una presentación`,
    icon: 'allies',
    look: 'allies',
  },
  groups: {
    label: msg`Mis grupos`,
    note: msg`Quienes comparten algún grupo contigo`,
    icon: 'groups',
    look: 'groups',
  },
  members: {
    label: msg`Miembros`,
    note: msg`Toda persona que entró a Trama`,
    icon: 'people',
    look: 'members',
  },
};

/** Returns the audiences up to and including the ceiling. */
export function audiencesUpTo(ceiling: Audience): readonly Audience[] {
  return AUDIENCES.slice(0, AUDIENCES.indexOf(ceiling) + 1);
}
