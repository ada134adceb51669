import type { TwoPersonRequestDetail } from '#audit/two-person/two-person-act-kinds.js';
import { LANGUAGES } from '#kernel/language.js';
import { termNameOf } from '#taxonomy/terms.js';
import type { EmergencyLine, EmergencyText } from './emergency-line.entity.js';

/** The fields of a line that administrators write. */
export type EmergencyLineValues = Pick<
  EmergencyLine,
  'name' | 'purpose' | 'hours' | 'languages' | 'territory' | 'phone'
>;

/**
 * Describes a request for the approver: whether it adds or changes a line, the service, and then every field of a new
 * line, or the changed fields of an existing one.
 */
export function describeEmergencyLine(
  from: EmergencyLineValues | null,
  to: EmergencyLineValues,
): TwoPersonRequestDetail[] {
  const fields = FIELDS.flatMap(([label, textOf]): TwoPersonRequestDetail[] => {
    const text = textOf(to);
    if (!from) return [{ label, value: text }];
    const before = textOf(from);
    return before === text ? [] : [{ label, value: `«${before}» → «${text}»` }];
  });
  return [
    { label: 'act', value: from ? 'change' : 'add' },
    { label: 'service', value: (from ?? to).name.es },
    ...fields,
  ];
}

/** Whether a request would change a line. */
export const isChanged = (from: EmergencyLineValues, to: EmergencyLineValues): boolean =>
  FIELDS.some(([, textOf]) => textOf(from) !== textOf(to));

const WHOLE_REGION = 'Toda la región · Toda a região · Whole region';

const FIELDS: readonly (readonly [string, (line: EmergencyLineValues) => string])[] = [
  ['phone', ({ phone }) => phone],
  ['name', ({ name }) => inAll(name)],
  ['purpose', ({ purpose }) => inAll(purpose)],
  ['hours', ({ hours }) => inAll(hours)],
  ['languages', ({ languages }) => languages.map(nameInAll).join(', ')],
  ['territory', ({ territory }) => (territory ? nameInAll(territory) : WHOLE_REGION)],
];

const inAll = (text: EmergencyText): string =>
  LANGUAGES.filter((language) => text[language])
    .map((language) => `${language.toUpperCase()}: ${text[language]}`)
    .join('\n');

/** The names of a term in the languages of the interface, without repeated ones. */
const nameInAll = (id: string): string =>
  [...new Set(LANGUAGES.map((language) => termNameOf(id, language)))].join(' · ');
