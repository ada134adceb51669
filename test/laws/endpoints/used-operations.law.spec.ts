import { buildSchema, Kind, parse, type SelectionSetNode } from 'graphql';
import { type SourceFile, sourceFiles, readRepositoryFile } from '../../support/repository.js';

/** Operations without a document in the web app, with the reason why they exist. */
const WITHOUT_DOCUMENT: Readonly<Record<string, string>> = {
  areApplicationsOpen: 'the join page is rendered by the server',
  submitApplication: 'the join page posts its form to a route',
  myApplication: 'the status page is rendered by the server',
  answerApplicationQuestion: 'the status page posts its form to a route',
  appealDecision: 'the status page posts its form to a route',
  deleteApplication: 'the status page posts its form to a route',
  withdrawApplication: 'the status page posts its form to a route',
  notice: 'seeNotice gives the same and marks it as seen',
  topic: 'channel gives the topics of a channel',
};

/** Returns the names of top-level fields, also inside inline fragments. */
const fieldsOf = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    return one.kind === Kind.INLINE_FRAGMENT ? fieldsOf(one.selectionSet) : [];
  });

/** Returns the queries and mutations that documents in these sources request. */
function requestedOperations(sources: readonly SourceFile[]): Set<string> {
  const documents = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bgql(?:<[^`]*>)?`([^`]*)`/g)].map(([, document]) => document!),
  );
  const definitions = documents.flatMap(
    (document) => parse(document.replaceAll(/\$\{\w+\}/g, '')).definitions,
  );
  const fields = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? fieldsOf(one.selectionSet) : [],
  );
  return new Set(fields);
}

/** Returns operations of a schema that are neither requested nor excepted, and exceptions that are not needed. */
function coverageProblems(
  schemaText: string,
  sources: readonly SourceFile[],
  excepted: readonly string[],
): string[] {
  const schema = buildSchema(schemaText);
  const names = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  const asked = requestedOperations(sources);
  const undocumented = names.filter((name) => !asked.has(name));
  return [
    ...undocumented
      .filter((name) => !excepted.includes(name))
      .map((name) => `${name} has no document`),
    ...excepted
      .filter((name) => !undocumented.includes(name))
      .map((name) => `${name} needs no exception`),
  ];
}

test('every query and mutation has a document in the web app or a listed exception', () => {
  const schema = readRepositoryFile('apps/api/schema.graphql');
  const sources = sourceFiles(['apps/web/src'], /\.tsx?$/, 300);
  expect(coverageProblems(schema, sources, Object.keys(WITHOUT_DOCUMENT))).toEqual([]);
});

test('the check reports an operation without a document and an exception that is no longer needed', () => {
  const schema = 'type Query { open: Int hidden: Int page: Int } type Mutation { act: Int }';
  const text = 'export const OPEN = gql<A, B>`query Open { open } ${FIELDS} mutation Act { act }`;';
  const sources = [{ path: 'apps/web/src/open.graphql.ts', text }];
  expect(coverageProblems(schema, sources, ['page', 'act'])).toEqual([
    'hidden has no document',
    'act needs no exception',
  ]);
});
