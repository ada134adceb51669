import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isLanguage } from '#kernel/language.js';
import { ApplicationInput } from '#vetting/applications/application.inputs.js';
import type { JoinValues } from '../../web/public-pages/join/join-inputs.js';
import type { FormFields } from './page-request.js';

const LISTS = ['languages', 'practices', 'issueAreas', 'sharedTerritories', 'unsaid'] as const;
const TEXTS = ['name', 'work', 'hopes', 'known'] as const;
const CHOSEN = [
  ...(['country', 'knownKind', 'reach', 'email', 'password', 'sendKey'] as const),
  'invitation',
];

/** Reads the values of the application form as they were typed, and ignores other fields. */
export function joinFormValuesOf(form: FormFields): JoinValues {
  const values: Record<string, string | string[]> = {};
  for (const name of LISTS) values[name] = listOf(form?.[name]);
  for (const name of [...TEXTS, ...CHOSEN, 'language', 'otherLanguage']) {
    values[name] = textIn(form?.[name]);
  }
  return values;
}

export function applicationInputOf(values: JoinValues): ApplicationInput {
  const { language, otherLanguage } = values;
  const chosen = CHOSEN.map((name) => [name, values[name] || null]);
  const kept = [...LISTS, ...TEXTS].map((name) => [name, values[name]]);
  const languages = [...(values['languages'] ?? []), ...(otherLanguage ? [otherLanguage] : [])];
  return plainToInstance(ApplicationInput, {
    ...Object.fromEntries([...kept, ...chosen]),
    language: isLanguage(language) ? language : 'es',
    languages: [...new Set(languages)],
  });
}

/** Names the violated rule of each invalid field. */
export function joinFormProblems(input: ApplicationInput): Record<string, string> {
  const errors = validateSync(input, { stopAtFirstError: true });
  return Object.fromEntries(
    errors.map((error) => [error.property, Object.keys(error.constraints ?? {})[0] ?? 'invalid']),
  );
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function listOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one !== '').slice(0, 50);
}
