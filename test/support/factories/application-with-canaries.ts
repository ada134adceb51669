import { sealedColumns } from '#database/sealed-column.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { createInvitation } from './invitations.js';
import { REPORT_SUBJECT } from './moderation-documents.js';
import {
  appealDecline,
  makeApplicant,
  type Applicant,
  DECLINING_REVIEW,
  reviewerActions,
  giveVouchByCode,
  withdrawGivenVouch,
} from './applicants-and-reviewers.js';
import { makePerson, type Person } from './make-people.js';

/** An application and every text about it, by the applicant and by others. Each text contains a different canary. */
export interface ApplicationWithCanaries {
  readonly who: Applicant;
  readonly id: string;
  /** Canaries by the name of the text that contains them. */
  readonly canaries: ReadonlyMap<string, string>;
}

const canary = () => `qz${crypto.randomUUID().replaceAll('-', '').slice(0, 14)}`;
const ANSWER = `mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }`;

/**
 * Creates an application with every kind of text. Two reviewers decline it, the applicant appeals, and two other
 * reviewers decline it again.
 */
export async function declinedApplication(
  app: TestApp,
  [first, second]: readonly [Person, Person, ...Person[]],
): Promise<ApplicationWithCanaries> {
  const canaries = new Map<string, string>();
  const withCanary = (text: string) => {
    canaries.set(text, canary());
    return `Palabras ${canaries.get(text)}`;
  };
  const inviter = await makePerson(app, 'eva', 'member');
  const { code: invitation } = await createInvitation(inviter, { note: withCanary('invitation') });
  const who = await makeApplicant(app, {
    invitation,
    name: withCanary('name'),
    work: withCanary('work'),
    hopes: withCanary('hopes'),
    knownKind: 'someone',
    known: withCanary('known'),
  });
  const { id, vouchCode } = await who.own();
  const voucher = await makePerson(app, 'ana', 'member');
  await giveVouchByCode(voucher, vouchCode, {
    relation: withCanary('relation'),
    statement: withCanary('statement'),
  });
  const other = await makePerson(app, 'beto', 'member');
  const { giveVouch } = await giveVouchByCode(other, vouchCode);
  await withdrawGivenVouch(other, giveVouch.id, { words: withCanary('withdrawal') });
  await reviewerActions(first).claim(id);
  await reviewerActions(first).question(id, withCanary('question'));
  await apiAs(who).ask(ANSWER, { input: { applicationId: id, answer: withCanary('answer') } });
  await reviewerActions(first).review(id, { ...DECLINING_REVIEW, reason: withCanary('reason') });
  await reviewerActions(second).read(id, DECLINING_REVIEW);
  await reviewerActions(second).note(id, withCanary('note of a colleague'));
  const { outcome, reasonClass } = { outcome: 'decline', reasonClass: 'purpose' };
  await reviewerActions(second).decide(id, { outcome, reasonClass, words: withCanary('words') });
  await appealDecline(who, id, withCanary('appeal'));
  const others = [
    await makePerson(app, 'otra', 'moderator'),
    await makePerson(app, 'otro', 'moderator'),
  ];
  for (const other of others) await reviewerActions(other).read(id, DECLINING_REVIEW);
  await reviewerActions(others[1]!).decide(id, {
    outcome,
    reasonClass,
    words: withCanary('last words'),
  });
  return { who, id, canaries };
}

/**
 * Creates an application that two reviewers accept. Some of its answers do not become part of the profile, and a
 * reviewer reported its content.
 */
export async function acceptedApplication(
  app: TestApp,
  by: readonly [Person, Person, Person],
): Promise<ApplicationWithCanaries> {
  const canaries = new Map<string, string>();
  const withCanary = (text: string) => {
    canaries.set(text, canary());
    return `Palabras ${canaries.get(text)}`;
  };
  const own = { hopes: withCanary('hopes'), knownKind: 'someone', known: withCanary('known') };
  const who = await makeApplicant(app, own);
  const id = await who.id();
  const reporter = await makePerson(app, 'avisa', 'moderator');
  await reviewerActions(reporter).claim(id);
  await reviewerActions(reporter).open(id);
  const reported = { subject: 'Application', subjectId: id, reason: 'other' };
  await apiAs(reporter).ask(REPORT_SUBJECT, { input: { ...reported, note: withCanary('report') } });
  await reviewerActions(reporter).release(id);
  await reviewerActions(by[0]).claim(id);
  await reviewerActions(by[0]).question(id, withCanary('question'));
  await apiAs(who).ask(ANSWER, { input: { applicationId: id, answer: withCanary('answer') } });
  await reviewerActions(by[0]).review(id, { reason: withCanary('reason') });
  await reviewerActions(by[2]).read(id, { reason: withCanary('other reason') });
  await reviewerActions(by[2]).note(id, withCanary('note'));
  await reviewerActions(by[2]).decide(id);
  return { who, id, canaries };
}

/** Returns the tables with data of an application: the application's tables, and tables that reference them. */
async function tablesOfFiles({ db }: TestApp): Promise<Set<string>> {
  const rows = await db.query<{ table: string }>(
    `select conrelid::regclass::text as "table" from pg_constraint
     where contype = 'f' and confrelid = 'application'::regclass`,
  );
  return new Set(['application', ...rows.map(({ table }) => table)]);
}

/** Returns the text columns in the tables of an application: all columns except ids, times, numbers and hashes. */
export async function textColumnsOfApplications(app: TestApp) {
  const tables = await tablesOfFiles(app);
  const sealed = new Set(sealedColumns({ entityMetadatas: app.db.entities }));
  const metadatas = app.db.entities.filter(({ tableName }) => tables.has(tableName));
  return metadatas.flatMap(({ columns, tableName, target }) =>
    columns
      .filter(
        (column) =>
          sealed.has(column) ||
          !['uuid', 'timestamptz', 'int', 'boolean', 'bytea'].includes(String(column.type)),
      )
      .map((column) => ({
        name: `${tableName}.${column.databaseName}`,
        isSealed: sealed.has(column),
        /** Returns all values of the column, decrypted. */
        read: async () => {
          const rows = await app.db.repo(target as new () => Record<string, unknown>).find();
          return JSON.stringify(rows.map((row) => row[column.propertyName]));
        },
      })),
  );
}
