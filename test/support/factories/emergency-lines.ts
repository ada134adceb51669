import { apiAs, type Requester } from '../app/client.js';
import { twoPersonActions } from './two-person-acts.js';

const text = (es: string, pt = '', en = '') => ({ es, pt, en });

/** The fields of a line for the whole region. The number is fictional. */
export const EMERGENCY_LINE_INPUT = {
  name: text('Guardia de defensoras', 'Plantão de defensoras'),
  purpose: text('Detención, amenaza, allanamiento'),
  hours: text('24 horas', '24 horas', '24 hours'),
  languages: ['language:es', 'language:qu'],
  territory: null as string | null,
  phone: '+51 1 555 0142',
  reason: 'La revisamos.',
};
export type EmergencyLineInput = typeof EMERGENCY_LINE_INPUT;

/** Returns a fictional number that no other call returns. */
export const uniquePhone = () => `+51 1 555 ${String((count += 1)).padStart(4, '0')}`;
let count = 1_000;

const ASKED = '{ id kind hash state shown { label value } }';

/** Requests a new line. Returns the two-person act. */
export const askToAddLine = async (who: Requester, input: Partial<EmergencyLineInput> = {}) =>
  (
    await apiAs(who).ask(
      `mutation ($input: AddEmergencyLineInput!) { askToAddEmergencyLine(input: $input) ${ASKED} }`,
      { input: { ...EMERGENCY_LINE_INPUT, phone: uniquePhone(), ...input } },
    )
  ).askToAddEmergencyLine;

/** Requests a change of a line. Returns the two-person act. */
export const askToChangeLine = async (
  who: Requester,
  { id: lineId, version }: { readonly id: string; readonly version: number },
  input: Partial<EmergencyLineInput> = {},
) =>
  (
    await apiAs(who).ask(
      `mutation ($input: ChangeEmergencyLineInput!) { askToChangeEmergencyLine(input: $input) ${ASKED} }`,
      { input: { ...EMERGENCY_LINE_INPUT, phone: uniquePhone(), ...input, lineId, version } },
    )
  ).askToChangeEmergencyLine;

/** The list as this requester reads it. */
export const readEmergencyList = async (who: Requester) =>
  (
    await apiAs(who).ask(`{ emergencyList { reviewedAt items {
      id version phone name { es pt en } languages(language: es) { name } territory(language: es) { id name } } } }`)
  ).emergencyList;

/** Two administrators add a line. Returns the line. */
export async function addLine(
  one: Requester,
  other: Requester,
  input: Partial<EmergencyLineInput> = {},
) {
  const { id, hash } = await askToAddLine(one, input);
  await twoPersonActions(other).approve(id, hash);
  return (await readEmergencyList(one)).items.at(-1)!;
}
