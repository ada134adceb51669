import type { TestApp } from '../app/app.js';
import { as, type Requester } from '../app/client.js';

export type Texts = Record<'es' | 'pt' | 'en', string>;
export interface Item {
  key: string | null;
  labels: Texts;
}
export interface Template {
  key: string | null;
  purpose: string;
  reasonClass: string | null;
  titles: Texts;
  bodies: Texts;
}
export interface Words {
  readonly checklist: Item[];
  readonly retired: Item[];
  readonly templates: Template[];
  readonly checklistReadAs: string;
  readonly templatesReadAs: string;
}

const IN = '{ es pt en }';
const WORDS = `{ deskWords { checklistReadAs templatesReadAs
  checklist { key labels ${IN} } retired { key labels ${IN} }
  templates { key: id purpose reasonClass titles ${IN} bodies ${IN} } } }`;
const SHOWN = '{ id hash state shown { label value } }';
const CHECKLIST = `mutation ($input: ChecklistInput!) { askToChangeChecklist(input: $input) ${SHOWN} }`;
const TEMPLATES = `mutation ($input: ReasonTemplatesInput!) {
  askToChangeReasonTemplates(input: $input) ${SHOWN} }`;
const reason = 'Lo hablamos en la reunión.';

export interface AskedFor {
  readonly id: string;
  readonly hash: string;
  readonly shown: { label: string; value: string }[];
}

/** Reads the checklist and the templates of the desk, and requests changes of them. */
export const deskWords = (who: Requester) => ({
  read: async (): Promise<Words> => (await as(who).ask<{ deskWords: Words }>(WORDS)).deskWords,
  askForChecklist: async (items: unknown, readAs?: string): Promise<AskedFor> => {
    const input = {
      items,
      reason,
      readAs: readAs ?? (await deskWords(who).read()).checklistReadAs,
    };
    return (await as(who).ask(CHECKLIST, { input })).askToChangeChecklist;
  },
  askForTexts: async (items: unknown, readAs?: string): Promise<AskedFor> => {
    const input = {
      items,
      reason,
      readAs: readAs ?? (await deskWords(who).read()).templatesReadAs,
    };
    return (await as(who).ask(TEMPLATES, { input })).askToChangeReasonTemplates;
  },
});

export const say = (es: string): Texts => ({ es, pt: `${es} pt`, en: `${es} en` });
export const added = (es: string): Item => ({ key: null, labels: say(es) });

/**
 * Returns a changed checklist: identity is removed, risk is reworded, an item is added, and the conflict of interest
 * comes first.
 */
export async function anotherList(who: Requester): Promise<Item[]> {
  const { checklist } = await deskWords(who).read();
  const [, purpose, risk, noConflict] = checklist as [Item, Item, Item, Item];
  const otherwise = { ...risk, labels: say('Pensé en quién arriesga qué') };
  return [noConflict, purpose, otherwise, added('Leí su trabajo')];
}

/** Returns all rows of these tables, to compare them later. */
export async function rowsOf(app: TestApp, ...tables: string[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const table of tables) {
    rows.push(await app.db.query(`select to_jsonb(t) as row from ${table} t order by t::text`));
  }
  return rows;
}
