import { useLingui } from '@lingui/react/macro';
import { useTermNames } from '../../lib/server/taxonomy';
import { workingHoursIn } from '../../lib/text/working-hours-text';
import type { Approval } from './approvals.graphql';
import { listedFacts } from './listed-facts';
import { actTextsOf, ENDED_REQUEST_LABELS, type ShownAct } from './two-person-act-texts';

/** Title of a request; a kind without texts is shown by its identifier. */
export function useActKindName(): (act: ShownAct) => string {
  const { i18n } = useLingui();
  return (act) => {
    const words = actTextsOf(act);
    return words ? i18n._(words.title) : act.kind;
  };
}

/** A day without a time, as the server sends it. */
const IS_DAY = /^\d{4}-\d\d-\d\d$/;

export interface ActFact {
  readonly label: string;
  readonly values: readonly string[];
}

/** Formats a label of facts, which may have several parts, each with a text of its own: `added:decline:risk`. */
export function useActLabel(act: Pick<Approval, 'kind' | 'shown' | 'state'>) {
  const { i18n } = useLingui();
  const words = actTextsOf(act);
  return (label: string): string => {
    const parts = label.split(':').map((part) => {
      const known = ENDED_REQUEST_LABELS[act.state]?.[part] ?? words?.labels[part];
      return known ? i18n._(known) : part;
    });
    return parts.join(' · ');
  };
}

/**
 * The facts of a request as texts, in the server's order, with the values of one label joined, without list items, which
 * have texts of their own.
 */
export function useActFacts(act: Pick<Approval, 'kind' | 'shown' | 'state'>): readonly ActFact[] {
  const { shown } = act;
  const { i18n } = useLingui();
  const termName = useTermNames();
  const labelText = useActLabel(act);
  const words = actTextsOf(act);
  const isOfHours = shown[0]?.value === 'workingHours';
  const textOf = (value: string) => {
    const known = words?.values?.[value];
    if (known) return i18n._(known);
    if (IS_DAY.test(value)) return i18n.date(value, { dateStyle: 'long', timeZone: 'UTC' });
    return isOfHours ? workingHoursIn(value, i18n.locale, termName) : value;
  };
  const byLabel = new Map<string, string[]>();
  for (const { label, value, texts } of shown) {
    if (texts) continue;
    byLabel.set(label, [...(byLabel.get(label) ?? []), textOf(value)]);
  }
  return [...byLabel].map(([label, values]) => ({ label: labelText(label), values }));
}

/** Returns the facts that name the subject of a request in a list, as one text. */
export function useActSubject(): (act: ShownAct) => string {
  const { i18n } = useLingui();
  return (act) => {
    const words = actTextsOf(act);
    const texts = listedFacts(act.kind, act.shown).map(({ value }) => {
      const known = words?.values?.[value];
      return known ? i18n._(known) : value;
    });
    return texts.join(' · ');
  };
}

export function useActConsequence(act: ShownAct): string {
  const { i18n } = useLingui();
  const words = actTextsOf(act);
  return words ? i18n._(words.consequence) : '';
}
