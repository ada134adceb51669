import { createHash } from 'node:crypto';
import {
  buildSchema,
  execute,
  type ExecutionResult,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { createExecutor } from './graphql-jit-executor.js';

const SCHEMA = `
  input Words { text: String! = "nada", from: Int, kinds: [Kind!] }
  input Place { name: String!, tags: [ID!] }
  enum Kind { voice image }
  type Thing { n: Int, name: String!, fails: String, must: String!, things: [Thing!]! }
  type Query { thing: Thing, words(words: Words!): String, place(place: Place!): String, at(n: Int! = 3): Int }
  type Mutation { add(n: Int!): Int }`;

function world(): GraphQLSchema {
  const schema = buildSchema(SCHEMA);
  const thing = (n: number): object => ({
    n,
    name: `t${n}`,
    must: n === 2 ? null : 'x',
    things: [],
  });
  const resolvers: Record<string, Record<string, (root: unknown, args: never) => unknown>> = {
    Query: {
      thing: async () => ({ ...thing(1), things: [thing(2), thing(3)] }),
      words: (_root, args) => JSON.stringify(args),
      place: (_root, args) => JSON.stringify(args),
      at: (_root, { n }) => n,
    },
    Mutation: { add: (_root, { n }) => n + 1 },
    Thing: {
      fails: () => {
        throw new Error('no');
      },
    },
  };
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(name);
    for (const [field, resolve] of Object.entries(fields))
      type.getFields()[field]!.resolve = resolve as never;
  }
  return schema;
}

const schema = world();
const run = createExecutor(schema);

function both(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const queryHash = createHash('sha256').update(text).digest('hex');
  const asked = { queryHash, document, operation, operationName: null, context: {} };
  return Promise.all([
    run({ ...asked, request: { variables } }),
    execute({ schema, document, contextValue: {}, variableValues: variables }),
  ]);
}

const said = ({ data, errors }: ExecutionResult) =>
  JSON.parse(
    JSON.stringify({ data, errors: errors?.map(({ path, message }) => ({ path, message })) }),
  );

describe('a compiled GraphQL document', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['lists and names', '{ a: thing { n name things { name n __typename } } }', {}],
    ['what fails, beside what does not', '{ thing { n fails } }', {}],
    ['what must be there and is not', '{ thing { things { must } } }', {}],
    ['a default of an argument', '{ at }', {}],
    ['a default of a variable that must be there', 'query ($n: Int! = 4) { at(n: $n) }', {}],
    [
      'a default that stands in for what must be there',
      'query ($w: Words!) { words(words: $w) }',
      { w: { from: 2 } },
    ],
    [
      'one value for a list',
      'query ($p: Place!) { place(place: $p) }',
      { p: { name: 'x', tags: 7 } },
    ],
    [
      'an unknown field of an input',
      'query ($p: Place!) { place(place: $p) }',
      { p: { name: 'x', other: 1 } },
    ],
    ['an unknown word', 'query ($w: Words!) { words(words: $w) }', { w: { kinds: ['video'] } }],
    ['nothing for a variable', 'query ($p: Place!) { place(place: $p) }', {}],
    ['a change', 'mutation ($n: Int!) { add(n: $n) }', { n: 2 }],
    [
      'a fragment under a condition in one place only',
      'query ($x: Boolean!) { a: thing { ...F @include(if: $x) m: n } b: thing { ...F } } fragment F on Thing { name }',
      { x: false },
    ],
  ])('gives the same result as the graphql-js interpreter: %s', async (_name, text, variables) => {
    const [ours, theirs] = await both(text, variables);
    expect(said(ours)).toEqual(said(theirs));
    expect(said((await both(text, variables))[0])).toEqual(said(theirs));
  });

  test('refuses an operation name that the document does not define, as the interpreter does', async () => {
    const document = parse('query one { at }');
    const request = { operationName: 'other' };
    const asked = { queryHash: 'other', document, operation: undefined, operationName: null };
    expect(said(await run({ ...asked, context: {}, request }))).toEqual(
      said(await execute({ schema, document, operationName: 'other' })),
    );
  });

  test('reports no more errors about invalid variables than the interpreter does', async () => {
    const tags = ['x'.repeat(20_000), ...Array.from({ length: 5_000 }, () => null)];
    const [ours, theirs] = await both('query ($p: Place!) { place(place: $p) }', {
      p: { name: 'x', tags },
    });
    expect(ours.errors!.length).toBe(theirs.errors!.length);
    expect(ours.errors!.length).toBeLessThan(60);
  });

  test('returns errors that callers can change and that contain the original error', async () => {
    const [{ errors }] = await both('{ thing { fails } }');
    errors![0]!.message = 'changed';
    expect(errors![0]).toMatchObject({ message: 'changed', originalError: { message: 'no' } });
  });
});
