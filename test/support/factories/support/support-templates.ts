import { apiAs, type Requester } from '../../app/client.js';
import {
  type RequestedChange,
  SHOWN,
  translatedText,
  type TranslatedText,
} from '../review-templates.js';

export interface SupportTemplate {
  key: string | null;
  purpose: string;
  titles: TranslatedText;
  bodies: TranslatedText;
}
interface SupportTemplates {
  readonly items: SupportTemplate[];
  readonly readAs: string;
}

const IN = '{ es pt en }';
const READ = `{ supportTemplates { readAs items { key: id purpose titles ${IN} bodies ${IN} } } }`;
const ASK = `mutation ($input: SupportTemplatesInput!) {
  askToChangeSupportTemplates(input: $input) { id hash state ${SHOWN} } }`;

export const newSupportTemplate = (purpose: string, title: string): SupportTemplate => ({
  ...{ key: null, purpose, titles: translatedText(title) },
  bodies: translatedText(`${title}, por favor.`),
});

/** Reads the templates of supporters, and requests changes to them. */
export const supportTemplatesOf = (who: Requester) => ({
  read: async (): Promise<SupportTemplates> =>
    (await apiAs(who).ask<{ supportTemplates: SupportTemplates }>(READ)).supportTemplates,
  readCode: () => apiAs(who).code(READ),
  ask: async (items: unknown, readAs?: string): Promise<RequestedChange> => {
    const known = readAs ?? (await supportTemplatesOf(who).read()).readAs;
    const input = { items, reason: 'Lo hablamos.', readAs: known };
    return (await apiAs(who).ask(ASK, { input })).askToChangeSupportTemplates;
  },
  askCode: (items: unknown, readAs: string) =>
    apiAs(who).code(ASK, { input: { items, reason: 'x', readAs } }),
});
