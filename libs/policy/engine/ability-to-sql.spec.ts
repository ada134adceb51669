import { abilityFromRules } from './ability.js';
import type { RawRule } from './policy-rules.js';
import { factsSelectList, type SubjectTable } from './subject-table.js';
import { abilityToSql } from './ability-to-sql.js';

const CHANNEL: SubjectTable = {
  table: 'channel',
  columns: {
    groupId: { sql: 'group_id', nullable: true },
    id: { sql: 'id' },
    seq: { sql: 'last_seq' },
    archivedAt: { sql: 'archived_at', nullable: true, join: 'state' },
  },
  joins: { state: { table: 'channel_state', on: '{it}.channel_id = {row}.id' } },
  sets: { readerIds: { table: 'reader', on: '{it}.channel_id = {row}.id', value: 'account_id' } },
};

function compile(...rules: Pick<RawRule, 'conditions' | 'inverted'>[]) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const raw = rules.map((rule) => ({ action: ['read'], subject: 'Channel', ...rule }));
  const ability = abilityFromRules(() => raw);
  return { sql: abilityToSql(ability, 'read', 'Channel', CHANNEL, { alias: '"c"', bind }), values };
}
const when = (conditions: Record<string, unknown>) => compile({ conditions });

it('the compiled SQL is FALSE without rules and TRUE for a rule without conditions', () => {
  expect(compile().sql).toBe('FALSE');
  expect(compile({}).sql).toBe('TRUE');
  expect(compile({}, { inverted: true }).sql).toBe('FALSE');
});

it('the compiled SQL binds a list as one parameter and is FALSE for an empty list', () => {
  expect(when({ id: { $in: ['a', 'b'] } })).toEqual({
    sql: '"c".id = ANY($1)',
    values: [['a', 'b']],
  });
  expect(when({ id: { $in: [] } }).sql).toBe('FALSE');
  expect(when({ id: { $nin: [] } }).sql).toBe('TRUE');
});

it('the compiled SQL is never NULL for a nullable column and keeps each comparison usable by an index', () => {
  expect(when({ groupId: 'a' }).sql).toBe('("c".group_id IS NOT NULL AND "c".group_id = $1)');
  expect(when({ groupId: { $ne: 'a' } }).sql).toBe('("c".group_id IS NULL OR "c".group_id <> $1)');
  expect(when({ id: 'a' }).sql).toBe('"c".id = $1');
});

it('the compiled SQL reads joins and sets through EXISTS', () => {
  expect(when({ archivedAt: null }).sql).toBe(
    'NOT EXISTS (SELECT 1 FROM channel_state policy_1 WHERE (policy_1.channel_id = "c".id) AND policy_1.archived_at IS NOT NULL)',
  );
  expect(when({ readerIds: 'me' }).sql).toBe(
    'EXISTS (SELECT 1 FROM reader policy_1 WHERE (policy_1.channel_id = "c".id) AND policy_1.account_id = $1)',
  );
});

it.each<[string, Record<string, unknown>, RegExp]>([
  ['an unknown fact', { nope: 1 }, /nope is not described/],
  ['a fact that every object has', { constructor: 'x' }, /constructor/],
  ['a condition of conditions', { $or: [{ id: 'a' }] }, /\$or is not described/],
  ['a regular expression', { id: { $regex: 'a' } }, /regex has no SQL form/],
  ['$exists', { groupId: { $exists: true } }, /exists has no SQL form/],
  ['$size', { readerIds: { $size: 1 } }, /size has no SQL form/],
  ['order on a nullable column', { groupId: { $lt: 3 } }, /order on the nullable/],
  ['order on text', { id: { $gt: 'a' } }, /neither a number nor a moment/],
  ['$ne over a set', { readerIds: { $ne: 'me' } }, /ne has no SQL form/],
  ['$nin over a set', { readerIds: { $nin: ['me'] } }, /nin has no SQL form/],
  ['a set compared with null', { readerIds: null }, /eq has no SQL form/],
  ['null within a list', { groupId: { $in: [null, 'a'] } }, /list of plain values/],
  ['an object as a value', { id: { $eq: { a: 1 } } }, /no plain value/],
])('the SQL compiler throws for a rule that contains %s', (_, conditions, message) => {
  expect(() => when(conditions)).toThrow(message);
});

it('the SQL compiler rejects an unknown action and an unknown subject', () => {
  const ability = abilityFromRules(() => []);
  const place = { alias: 'c', bind: () => '$1' };
  expect(() => abilityToSql(ability, 'raed', 'Channel', CHANNEL, place)).toThrow('no action raed');
  expect(() => abilityToSql(ability, 'read', 'Chanel', CHANNEL, place)).toThrow(
    'no subject Chanel',
  );
});

it('factsSelectList returns the select list of all facts of a row', () => {
  expect(factsSelectList(CHANNEL, 'c').split(', ').slice(3)).toEqual([
    '(SELECT policy_fact.archived_at FROM channel_state policy_fact WHERE (policy_fact.channel_id = c.id)) AS "archivedAt"',
    'ARRAY(SELECT policy_fact.account_id::text FROM reader policy_fact WHERE (policy_fact.channel_id = c.id)) AS "readerIds"',
  ]);
});
