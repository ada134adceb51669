import { readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  buildSchema,
  extendSchema,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { useApp } from '../../support/app/app.js';
import { repositoryPath } from '../../support/repository.js';

const COMMITTED = repositoryPath('apps/api/schema.graphql');

const app = useApp({ TRAMA_WORKER: '0' });

const print = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema)).trim();
const committed = () =>
  readFileSync(COMMITTED, 'utf8')
    .replace(/^#.*\n/gm, '')
    .trim();
const served = () => app.app.get(GraphQLSchemaHost, { strict: false }).schema;

test('the served GraphQL schema equals the committed one', () => {
  expect(print(served())).toBe(committed());
});

test('the check reports an added field and a field that became optional', () => {
  const more = extendSchema(served(), parse('extend type Query { secretRoom: String }'));
  expect(print(more)).not.toBe(committed());

  const looser = buildSchema(committed().replace('): Message!', '): Message'));
  expect(print(looser)).not.toBe(committed());
});

test('no endpoint loads a row of any type by its id alone', () => {
  const names = Object.keys(served().getQueryType()!.getFields());
  expect(names.filter((name) => /^(nodes?|_entities|_service|entity)$/i.test(name))).toEqual([]);
  expect(served().getSubscriptionType()).toBeUndefined();
});
