import { buildSchema, getNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import { AccessService } from '#access/access.service.js';
import { actionsOf, splitAction } from '../../laws/endpoints/endpoint-row.js';
import { ENDPOINT_ROWS } from '../../laws/endpoints/endpoint-rows.js';
import { FIELD_ROWS } from '../../laws/endpoints/field-rows.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  documentForField,
  type SchemaField,
  requiresArgument,
} from '../../support/matrix/crawler.js';
import { viewerOfRequester } from '../../support/matrix/hidden-rows.js';
import { requesterOfColumn, HTTP_COLUMNS } from '../../support/matrix/matrix-people.js';
import type { MatrixFixture } from '../../support/matrix/matrix-fixture.js';
import { MATRIX_FIXTURES } from '../../support/matrix/matrix-fixtures.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { readRepositoryFile } from '../../support/repository.js';

/**
 * Tests the permission matrix at fields that lead from one row to another: a viewer who may read the first row sees the
 * second only if the policy allows it. test/laws/endpoints/field-rows.ts names the matrix row of each field.
 */

const SCHEMA = buildSchema(readRepositoryFile('apps/api/schema.graphql'));
/** Exceptions: fields whose rows belong to the opened file, and fields whose id is not the id of the row. */
const NAMED_OTHERWISE = new Set([
  'field ApplicationAppeal.decision',
  'field ApplicationFile.questions',
  'field AuditVerification.faults',
  'field ChainFault.behind',
  'field CaseTeamMember.supporter',
  'field CaseTeamView.supporterAuthorIds',
  'field CaseTeamView.requesterAuthorId',
  'field CaseThread.requestId',
  'field Channel.allyId',
  'field Channel.blockedAuthorIds',
  'field MatterFile.history',
  'field MatterFile.separations',
  'field MyApplication.decision',
  'field MyApplication.questions',
  'field SharedGroup.groupId',
  'field SupportCaseDuplicate.questions',
  'field SupportCaseFile.questions',
  'field SupportRequest.questions',
  'field SupporterOfferView.supporter',
]);

/** Fields that this test must reach at least once. */
const MET = [
  ...['ApplicationFile.notes', 'ApplicationFile.vouches', 'ApplicationReview.review'],
  ...['Channel.group', 'DutyHolder.duties', 'Group.archivedChannels', 'Group.channels'],
  ...['GroupInvitation.group', 'GroupMember.personId', 'IntroducedPerson.personId'],
  ...['JoinRequest.group', 'MatterFile.acts', 'MatterFile.reports', 'Notice.appeal'],
  ...['OrganisationInvitation.organisation', 'OrganisationInvitation.person'],
  ...['OrganisationPerson.person', 'Person.conversationId', 'Profile.fields'],
].map((name) => `field ${name}`);

/** A row that an answer refers to, with the field that leads to it. */
interface Met {
  readonly edge: string;
  readonly id: string;
}

function met(type: GraphQLObjectType, value: unknown): Met[] {
  if (Array.isArray(value)) return value.flatMap((one) => met(type, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = type.getFields()[name];
    const to = field && getNamedType(field.type);
    const edge = `field ${type.name}.${name}`;
    const ids = [inner].flat().map((one) => (one as { id?: string } | null)?.id ?? one);
    const here = FIELD_ROWS[edge] ? ids.filter((id) => typeof id === 'string') : [];
    const further = isObjectType(to) ? met(to, inner) : [];
    return [...here.map((id) => ({ edge, id: id as string })), ...further];
  });
}

const leadsOn = (field: SchemaField) =>
  Object.keys(FIELD_ROWS).some((edge) => {
    const [type, name] = edge.slice('field '.length).split('.') as [string, string];
    const part = SCHEMA.getType(type) as GraphQLObjectType;
    return new RegExp(`\\b${part.getFields()[name]!.name}\\b`).test(documentForField(field));
  });
const queries = Object.values(SCHEMA.getQueryType()!.getFields());
const lists = queries.filter(
  (field) => !requiresArgument(field, 'ID') && !requiresArgument(field, 'String') && leadsOn(field),
);
const FILES = ['openApplication', 'openMatter'].map(
  (name) => SCHEMA.getMutationType()!.getFields()[name]!,
);

type Question = readonly [kind: 'query' | 'mutation', field: SchemaField, document: string];

/**
 * Returns the queries to send for a fixture of the matrix: every list of its subject, every query that takes its id,
 * and the query that opens its file.
 */
function questionsAt(subject: string, place: MatrixFixture): Question[] {
  const isOf = (kind: string, field: SchemaField) => {
    const row = ENDPOINT_ROWS[`${kind} ${field.name}`];
    return row && actionsOf(row).some((action) => splitAction(action)[0] === subject);
  };
  const naming = (kind: Question[0], field: SchemaField): Question => {
    const names = field.args.map(({ name }) => name).filter((name) => /id$|^slug$/i.test(name));
    const given = names.map((name) => [name, `"${place.more?.[name] ?? place.id}"`]);
    return [kind, field, documentForField(field, Object.fromEntries(given))];
  };
  const hasFile = (field: SchemaField) =>
    isOf('mutation', field) || field.args.some(({ name }) => place.more?.[name] !== undefined);
  return [
    ...queries.filter((field) => isOf('query', field)).map((field) => naming('query', field)),
    ...FILES.filter(hasFile).map((field) => naming('mutation', field)),
  ];
}

const app = useApp();
beforeAll(async () => {
  await makeReviewers(app);
}, 120_000);

async function walked(who: Requester, questions: readonly Question[]) {
  const found: Met[] = [];
  for (const [kind, field, document] of questions) {
    const text = await (await apiAs(who).raw(`${kind} ${document}`)).text();
    if (/"INTERNAL"|"reason":"document"/.test(text)) throw new Error(`${field.name}: ${text}`);
    const type = getNamedType(field.type);
    const { data } = JSON.parse(text) as { data?: Record<string, unknown> | null };
    if (isObjectType(type)) found.push(...met(type, data?.[field.name]));
  }
  return found;
}

it('no field of any answer leads a viewer to a row that the policy hides', async () => {
  const told: string[] = [];
  const seen = new Set<string>();
  const check = async (who: Requester, title: string, found: readonly Met[]) => {
    const viewer = await viewerOfRequester(app, who);
    const unlike = found.filter(({ edge }) => !NAMED_OTHERWISE.has(edge));
    for (const key of new Set(unlike.map(({ edge, id }) => `${edge} ${id}`))) {
      const [edge, id] = [key.slice(0, key.lastIndexOf(' ')), key.slice(key.lastIndexOf(' ') + 1)];
      const [action] = actionsOf(FIELD_ROWS[edge]!);
      if (!action) continue;
      seen.add(edge);
      const [subject, verb] = splitAction(action);
      const may = viewer && (await app.get(AccessService).may(subject, id, viewer, verb));
      if (!may) told.push(`${title} met ${subject} ${id} at ${edge}`);
    }
  };
  const everything = lists.map((field): Question => ['query', field, documentForField(field)]);
  for (const [name, placer] of Object.entries(MATRIX_FIXTURES)) {
    const place = await placer(app);
    await waitForJobs(app);
    for (const [column, relation, who] of place.people) {
      const questions = questionsAt(name.split(',')[0]!, place);
      await check(who, `${name} · ${column} · ${relation}`, await walked(who, questions));
    }
  }
  for (const column of HTTP_COLUMNS) {
    const who = await requesterOfColumn(app, column);
    await check(who, column, await walked(who, everything));
  }
  expect(told).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining(MET));
}, 600_000);
