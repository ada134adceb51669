import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';

export type TranslatedText = Record<'es' | 'pt' | 'en', string>;
export interface ChecklistItem {
  key: string | null;
  labels: TranslatedText;
}
export interface ReviewTemplate {
  key: string | null;
  purpose: string;
  reasonClass: string | null;
  titles: TranslatedText;
  bodies: TranslatedText;
}
export interface DeskTexts {
  readonly checklist: ChecklistItem[];
  readonly retired: ChecklistItem[];
  readonly templates: ReviewTemplate[];
  readonly checklistReadAs: string;
  readonly templatesReadAs: string;
}

const IN = '{ es pt en }';
const WORDS = `{ deskWords { checklistReadAs templatesReadAs
  checklist { key labels ${IN} } retired { key labels ${IN} }
  templates { key: id purpose reasonClass titles ${IN} bodies ${IN} } } }`;
/** The details of a list change as its approver reads them. */
export const SHOWN = 'shown { label value texts { part language before after } }';
const CHECKLIST = `mutation ($input: ChecklistInput!) { askToChangeChecklist(input: $input) { id hash state ${SHOWN} } }`;
const TEMPLATES = `mutation ($input: ReasonTemplatesInput!) {
  askToChangeReasonTemplates(input: $input) { id hash state ${SHOWN} } }`;
const ACT = `query ($id: ID!) { twoPersonAct(id: $id) { ${SHOWN} } }`;
const reason = 'Lo hablamos en la reunión.';

export interface RequestedChange {
  readonly id: string;
  readonly hash: string;
  readonly shown: {
    label: string;
    value: string;
    texts: { part: string; language: string; before: string | null; after: string | null }[] | null;
  }[];
}

/** Reads the checklist and the templates of the desk, and requests changes to them. */
export const deskTextsOf = (who: Requester) => ({
  read: async (): Promise<DeskTexts> =>
    (await apiAs(who).ask<{ deskWords: DeskTexts }>(WORDS)).deskWords,
  askForChecklist: async (items: unknown, readAs?: string): Promise<RequestedChange> => {
    const input = {
      items,
      reason,
      readAs: readAs ?? (await deskTextsOf(who).read()).checklistReadAs,
    };
    return (await apiAs(who).ask(CHECKLIST, { input })).askToChangeChecklist;
  },
  askForTexts: async (items: unknown, readAs?: string): Promise<RequestedChange> => {
    const input = {
      items,
      reason,
      readAs: readAs ?? (await deskTextsOf(who).read()).templatesReadAs,
    };
    return (await apiAs(who).ask(TEMPLATES, { input })).askToChangeReasonTemplates;
  },
});

/** The details of a requested change, as an administrator reads them later. */
export const detailsOf = async (who: Requester, id: string): Promise<RequestedChange['shown']> =>
  (await apiAs(who).ask(ACT, { id })).twoPersonAct.shown;

/** The texts of the details with this label that the change touches: `titles es: before → after`. */
export const changedTexts = ({ shown }: RequestedChange, what: string): string[] =>
  shown
    .filter(({ label }) => label === what)
    .flatMap(({ texts }) => texts ?? [])
    .filter(({ before, after }) => before !== after)
    .map(({ part, language, before, after }) => `${part} ${language}: ${before} → ${after}`);

export const translatedText = (es: string): TranslatedText => ({
  es,
  pt: `${es} pt`,
  en: `${es} en`,
});
export const newChecklistItem = (es: string): ChecklistItem => ({
  key: null,
  labels: translatedText(es),
});

/**
 * Returns a changed checklist: the item about identity is removed, the item about risk has a new text, one item is
 * added, and the item about conflicts of interest comes first.
 */
export async function changedChecklist(who: Requester): Promise<ChecklistItem[]> {
  const { checklist } = await deskTextsOf(who).read();
  const [, purpose, risk, noConflict] = checklist as [
    ChecklistItem,
    ChecklistItem,
    ChecklistItem,
    ChecklistItem,
  ];
  const otherwise = { ...risk, labels: translatedText('Pensé en quién arriesga qué') };
  return [noConflict, purpose, otherwise, newChecklistItem('Leí su trabajo')];
}

/** Returns all rows of these tables, to compare them later. */
export async function allRowsOf(app: TestApp, ...tables: string[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of tables) {
    rows.push(await app.db.query(`select to_jsonb(t) as row from ${table} t order by t::text`));
  }
  return rows;
}
