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
import { pathOf } from '../../support/repository.js';

const COMMITTED = pathOf('apps/api/schema.graphql');

const app = useApp({ TRAMA_WORKER: '0' });

const print = (schema: GraphQLSchema) => printSchema(lexicographicSortSchema(schema)).trim();
const committed = () =>
  readFileSync(COMMITTED, 'utf8')
    .replace(/^#.*\n/gm, '')
    .trim();
const served = () => app.app.get(GraphQLSchemaHost, { strict: false }).schema;

test('The schema that is served is the committed one', () => {
  expect(print(served())).toBe(committed());
});

test('One more field, or one that need not be there any more, is another schema', () => {
  const more = extendSchema(served(), parse('extend type Query { secretRoom: String }'));
  expect(print(more)).not.toBe(committed());

  const looser = buildSchema(committed().replace('): Message!', '): Message'));
  expect(print(looser)).not.toBe(committed());
});

test('No door leads to any row by its id alone, whatever its type', () => {
  const names = Object.keys(served().getQueryType()!.getFields());
  expect(names.filter((name) => /^(nodes?|_entities|_service|entity)$/i.test(name))).toEqual([]);
  expect(served().getSubscriptionType()).toBeUndefined();
});
