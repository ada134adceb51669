import type { ClientBase } from 'pg';
import { DAY } from '#kernel/clock.js';
import { type Audience, startingFieldAudience } from '#policy/facts/audiences.js';
import {
  FIELD_KINDS,
  type FieldKind,
  type EnteredFieldValue,
  parseFieldValue,
} from '#profiles/own-profile/field-values.js';
import { monthNumberOf } from '#profiles/profile.entity.js';
import type { Term, TermKind } from '#taxonomy/term.js';
import { termsOfKind, territoryLevel } from '#taxonomy/terms.js';
import { createSeededRandom } from '../demo/seeded-random.js';
import { copyRows, seededId, type ColumnValue } from './copy-rows.js';
import { FAMILY_NAMES, GIVEN_NAMES, SENTENCE_WORDS } from './names-and-words.js';

/** The base time of seeded data, fixed so that the same size gives the same rows. */
export const SEEDED_DATA_START = Date.UTC(2026, 0, 1);
const LANGUAGES = ['es', 'es', 'pt', 'en'];

type Random = ReturnType<typeof createSeededRandom>;

/** Accounts with profiles and fields. They have no password, so nobody can sign in. */
export async function insertSeededMembers(client: ClientBase, members: number): Promise<void> {
  const account = ['id', 'email', 'email_confirmed_at', 'language', 'standing'];
  const times = ['member_since', 'probation_ends_at', 'created_at'];
  await copyRows(client, 'account', [...account, ...times], accounts(members));
  const profile = ['id', 'account_id', 'may_be_found', 'fresh_month'];
  await copyRows(client, 'profile', profile, profiles(members));
  const field = ['id', 'profile_id', 'account_id', 'kind', 'audience', 'text', 'terms', 'words'];
  await copyRows(client, 'profile_field', field, fields(members));
}

const joinedAt = (at: number) => new Date(SEEDED_DATA_START + (at % 90) * DAY);

function* accounts(members: number): Generator<ColumnValue[]> {
  for (let at = 0; at < members; at++) {
    const joined = joinedAt(at);
    const email = `seed-${at + 1}@trama.example`;
    const language = LANGUAGES[at % LANGUAGES.length]!;
    const ends = new Date(joined.getTime() + 30 * DAY);
    yield [seededId('account', at), email, joined, language, 'member', joined, ends, joined];
  }
}

/** Most members answered yes to the joining question. */
const mayBeFound = (at: number) => at % 8 !== 7;

function* profiles(members: number): Generator<ColumnValue[]> {
  for (let at = 0; at < members; at++) {
    const freshMonth = monthNumberOf(new Date(SEEDED_DATA_START)) + (at % 6);
    yield [seededId('profile', at), seededId('account', at), mayBeFound(at), freshMonth];
  }
}

function* fields(members: number): Generator<ColumnValue[]> {
  for (let at = 0; at < members; at++) {
    const random = createSeededRandom(at + 1);
    const [profileId, accountId] = [seededId('profile', at), seededId('account', at)];
    for (const [place, kind] of FIELD_KINDS.entries()) {
      const { text, terms, words } = parseFieldValue(kind, answerTo(kind, random));
      const id = seededId('field', at * FIELD_KINDS.length + place);
      const audience = audienceOf(kind, at);
      yield [id, profileId, accountId, kind, audience, text, terms, words];
    }
  }
}

/** The default audience, except that one member in three opened group fields to every member. */
function audienceOf(kind: FieldKind, at: number): Audience {
  const audience = startingFieldAudience(kind, mayBeFound(at));
  const isOpened = audience === 'groups' && mayBeFound(at) && at % 3 === 0;
  return isOpened ? 'members' : audience;
}

const idsOf = (kind: TermKind, fits: (term: Term) => boolean = () => true) =>
  termsOfKind(kind)
    .filter(fits)
    .map((term) => term.id);
const TERMS = {
  issueAreas: { ids: idsOf('issue'), most: 4 },
  practices: { ids: idsOf('practice'), most: 4 },
  languages: { ids: idsOf('language'), most: 3 },
  territories: { ids: idsOf('territory', (term) => territoryLevel(term.id) !== 'region'), most: 3 },
  skills: { ids: idsOf('skill'), most: 5 },
} as const;
const hasTerms = (kind: FieldKind): kind is keyof typeof TERMS => Object.hasOwn(TERMS, kind);

function answerTo(kind: FieldKind, random: Random): EnteredFieldValue {
  if (hasTerms(kind)) {
    const { ids, most } = TERMS[kind];
    return { terms: several(random.between(1, most), () => pickWeighted(ids, random)) };
  }
  if (kind === 'name')
    return { text: `${pickWeighted(GIVEN_NAMES, random)} ${pickWeighted(FAMILY_NAMES, random)}` };
  if (kind === 'about') return { text: randomSentence(random.between(5, 14), random) };
  if (kind === 'supportSought') return { text: randomSentence(random.between(0, 6), random) };
  if (kind === 'organisation') return { text: `Colectivo ${pickWeighted(SENTENCE_WORDS, random)}` };
  return {};
}

const several = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** A random item; items at the start of the list are chosen far more often. */
export const pickWeighted = <T>(items: readonly T[], { next }: Random): T =>
  items[Math.floor(next() ** 2 * items.length)]!;

/** A random sentence with this number of words. */
export const randomSentence = (words: number, random: Random): string =>
  several(words, () => pickWeighted(SENTENCE_WORDS, random)).join(' ');
