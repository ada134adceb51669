import { createHash } from 'node:crypto';
import { IsNull, Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import {
  Attachment,
  type AttachmentDetails,
  messageAttachmentsSql,
} from '#attachments/attachment.entity.js';
import { SealedAttachmentsService } from '#attachments/sealed-attachments.service.js';
import { sealedColumns } from '#database/sealed-column.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '#support/requests/case-texts.service.js';
import { CaseQuestion } from '#support/questions/case-question.entity.js';
import { encryptQuestionText } from '#support/questions/question-texts.js';
import { SupportRequest } from '#support/requests/support-request.entity.js';
import type { TestApp } from './app.js';
import { policySubjectOf, entityTables } from '../matrix/hidden-rows.js';

/** The table, column and row of a text that was replaced by a canary. */
export interface CanaryPlace {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

const CANARY = /qz[0-9a-f]{14}/g;
/**
 * SQL that derives the canary of a cell from its table, column and row id, so that every cell has a different canary. A
 * canary is a single search word.
 */
const sql = (table: string, column: string) =>
  `'qz' || substr(md5('${table}.${column}.' || id::text), 1, 14)`;

/**
 * Rows of a column that may hold clear text: PostgreSQL refuses it in the messages and files of threads, as
 * case-threads.api.spec.ts and case-file-storage.api.spec.ts test.
 */
const IN_CLEAR: Readonly<Record<string, string>> = {
  'message.body': ' and participation_id is null',
  'attachment.name': ' and channel_id is null',
  'attachment.type': ' and channel_id is null',
  'attachment.text': ' and channel_id is null',
};

/** Every text column of the entity tables, except those with a CHECK constraint and those in `closed`. */
async function textColumns(app: TestApp, closed: ReadonlySet<string>) {
  const rows = await app.db.query<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any($1) and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'varchar'::regtype)
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum])
     order by 1, 2`,
    [entityTables(app)],
  );
  return rows.filter(({ table, column }) => !closed.has(`${table}.${column}`));
}

/**
 * Replaces every text in the database by a canary. Returns the place of each canary. `closed` lists columns that only
 * accept fixed values.
 */
export async function plantCanaries(
  app: TestApp,
  closed: ReadonlySet<string>,
): Promise<Map<string, CanaryPlace>> {
  const places = new Map<string, CanaryPlace>();
  const plant = async (table: string, column: string, set: string, where: string) => {
    const rows = await app.db.query<{ id: string; canary: string }>(
      `with planted as (update "${table}" set ${set} where ${where} returning id)
       select id, ${sql(table, column)} as canary from planted`,
    );
    for (const { id, canary } of rows) places.set(canary, { table, column, id });
    return rows.length;
  };
  for (const { table, column } of await textColumns(app, closed)) {
    const count = await plant(
      table,
      column,
      `"${column}" = ${sql(table, column)}`,
      `"${column}" is not null${IN_CLEAR[`${table}.${column}`] ?? ''}`,
    );
    if (count === 0) process.stdout.write(`${table}.${column} holds nothing anywhere\n`);
  }
  // Opened first, because the keys of cases are replaced by canaries as well.
  const files = await filesOfThreads(app);
  const sealed = [
    ...(await plantInSealedTexts(app)),
    ...(await plantInCases(app)),
    ...(await plantInQuestions(app)),
    ...(await plantInFiles(app, files)),
  ];
  for (const place of sealed) places.set(canaryAt(place.table, place.column, place.id), place);
  await app.db.query(
    `update profile_field set words = array[text] where kind in ('name', 'about', 'organisation', 'skills', 'supportSought')`,
  );
  await app.db.query(`update organisation set words = array['w:' || name, 'w:' || about]`);
  await app.db.query(`update "group" set words = array['w:' || name, 'w:' || purpose]`);
  return places;
}

/** Length of a key in base64url. */
const KEY_LENGTH = 43;

/** Computes the same value as `sql`, in memory. */
const canaryAt = (table: string, column: string, id: string) =>
  `qz${createHash('md5').update(`${table}.${column}.${id}`).digest('hex').slice(0, 14)}`;

/**
 * Replaces sealed texts by sealed canaries. The answers of an application are one sealed object, in which each text
 * gets a canary. The answers of a join request are a sealed list.
 */
async function plantInSealedTexts(app: TestApp): Promise<CanaryPlace[]> {
  const places: CanaryPlace[] = [];
  for (const { propertyName, databaseName, entityMetadata } of sealedOf(app)) {
    // A key, under which `plantInCases` seals canaries.
    if (entityMetadata.tableName === 'support_request') continue;
    const rows = app.db.repo(entityMetadata.target as new () => Boxed);
    for (const { id, [propertyName]: value } of await rows.find()) {
      if (value === null) continue;
      const planted = (column: string) => {
        places.push({ table: entityMetadata.tableName, column, id });
        return canaryAt(entityMetadata.tableName, column, id);
      };
      const isKey = entityMetadata.tableName === 'case_key';
      const text =
        typeof value === 'string'
          ? planted(databaseName).padEnd(isKey ? KEY_LENGTH : 0, 'A')
          : withCanaries(value, planted);
      await rows.update(id, { [propertyName]: text } as object);
    }
  }
  return places;
}

/** Replaces the texts of requests for support by canaries, sealed with the key of each request. */
async function plantInCases(app: TestApp): Promise<CanaryPlace[]> {
  const table = 'support_request';
  const requests = app.db.repo(SupportRequest);
  const texts = app.get(CaseTextsService);
  const columns = ['content', 'reply', 'closing'] as const;
  const places: CanaryPlace[] = [];
  for (const row of await requests.find()) {
    const { id } = row;
    for (const column of columns) {
      const words = texts.decrypt(row, column);
      if (!words) continue;
      const planted = Object.keys(words).map((key) => [key, canaryAt(table, column, id)]);
      const box = texts.encrypt(row, column, {
        ...Object.fromEntries(planted),
        danger: 'no',
        ...('beneficiary' in words && { beneficiary: 'group' }),
        // Voice notes have no text, and the time of a reply is none.
        ...('voices' in words && { voices: [] }),
        ...('at' in words && { at: words.at }),
      } as never);
      await requests.update(id, { [column]: box });
      places.push({ table, column, id });
      if (column !== 'reply') continue;
      const earlier = canaryAt(table, 'earlier_replies', id);
      const said = { workName: earlier, words: earlier };
      await requests.update(id, { earlierReplies: [texts.encrypt(row, 'reply', said)] });
      places.push({ table, column: 'earlier_replies', id });
    }
  }
  return places;
}

/** Replaces the questions to requesters and their answers by canaries, sealed with the key of each request. */
async function plantInQuestions(app: TestApp): Promise<CanaryPlace[]> {
  const table = 'case_question';
  const questions = app.db.repo(CaseQuestion);
  const places: CanaryPlace[] = [];
  for (const { id, requestId, answer } of await questions.find()) {
    const request = await app.db.repo(SupportRequest).findOneByOrFail({ id: requestId });
    for (const column of answer ? (['question', 'answer'] as const) : (['question'] as const)) {
      const box = encryptQuestionText(request, id, column, canaryAt(table, column, id));
      await questions.update(id, { [column]: box });
      places.push({ table, column, id });
    }
  }
  return places;
}

interface FileOfThread {
  readonly row: Attachment;
  readonly details: AttachmentDetails;
}

async function filesOfThreads(app: TestApp): Promise<FileOfThread[]> {
  const rows = await app.db.repo(Attachment).findBy({ channelId: Not(IsNull()) });
  if (rows.length === 0) throw new Error('the demo world has no file in a thread');
  const sealed = app.get(SealedAttachmentsService);
  return Promise.all(
    rows.map(async (row) => {
      const box = await sealed.boxOf(row.channelId!);
      return { row, details: box.openDetails(row.id, row.sealed!) };
    }),
  );
}

/** Replaces the names and descriptions of files of threads by canaries, sealed with the key of their case. */
async function plantInFiles(app: TestApp, files: readonly FileOfThread[]): Promise<CanaryPlace[]> {
  const table = 'attachment';
  const shown = `update message set attachments = ${messageAttachmentsSql('$1')} where id = $1`;
  for (const { row, details } of files) {
    const { id, channelId, messageId } = row;
    const box = await app.get(SealedAttachmentsService).boxOf(channelId!);
    const [name, text] = [canaryAt(table, 'name', id), canaryAt(table, 'text', id)];
    const sealed = box.sealDetails(id, { ...details, name, text });
    await app.db.repo(Attachment).update(id, { sealed });
    await app.db.query(shown, [messageId]);
  }
  return files.flatMap(({ row: { id } }) => [
    { table, column: 'name', id },
    { table, column: 'text', id },
  ]);
}

type Boxed = { id: string } & Record<string, unknown>;
const sealedOf = (app: TestApp) => sealedColumns({ entityMetadatas: app.db.entities });
const WORDS = ['name', 'work', 'hopes', 'known'];

function withCanaries(value: unknown, planted: (key: string) => string): unknown {
  if (Array.isArray(value))
    return value.map((one: object) => ({ ...one, answer: planted('answer') }));
  return { ...(value as object), ...Object.fromEntries(WORDS.map((key) => [key, planted(key)])) };
}

/** Returns the places whose canary the text contains. */
export const canariesIn = (text: string, places: ReadonlyMap<string, CanaryPlace>): CanaryPlace[] =>
  [...new Set(text.match(CANARY))].flatMap((canary) => places.get(canary) ?? []);

/**
 * Actions that show the whole text of a row. The action `queue` of an application shows only the name, so it is not
 * listed.
 */
const SHOWING = ['read', 'readFile', 'lift', 'readReviews'];
/** Columns that only one action shows. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  'join_request.answer': ['readAnswers'],
};
/** Columns that the application queue shows to reviewers. */
const SHOWN_IN_A_QUEUE = new Set(['application.name']);

/** Returns whether the policy lets this viewer read the canary, or whether the text belongs to the viewer. */
export async function viewerMayReadCanary(
  app: TestApp,
  viewer: Viewer,
  place: CanaryPlace,
): Promise<boolean> {
  const { table, column, id } = place;
  const subject = policySubjectOf(app, table);
  const may = (action: string) =>
    app
      .get(AccessService)
      .may(subject!.name, id, viewer, action)
      .catch(() => false);
  if (subject) {
    for (const action of SHOWN_BY[`${table}.${column}`] ?? SHOWING)
      if (await may(action)) return true;
    if (SHOWN_IN_A_QUEUE.has(`${table}.${column}`) && (await may('queue'))) return true;
  }
  if (table === 'attachment' && (await isInReadableMessage(app, viewer, id))) return true;
  if (table === 'case_question') return isInReadableRequest(app, viewer, id);
  if (table === 'agreements_version') return isInReadableAgreements(app, viewer, place);
  if (table === 'profile_field') return isNamedTo(app, viewer, id);
  return isOwn(app, viewer, place);
}

/** The requester and the supporter of a request read its questions and answers. */
async function isInReadableRequest(app: TestApp, viewer: Viewer, id: string): Promise<boolean> {
  const { requestId } = await app.db.repo(CaseQuestion).findOneByOrFail({ id });
  const may = (action: string) =>
    app.get(AccessService).may('SupportRequest', requestId, viewer, action);
  return (await may('read')) || may('readFile');
}

/** A reader of the message of a file reads its name and description. */
async function isInReadableMessage(app: TestApp, viewer: Viewer, id: string): Promise<boolean> {
  const row = await app.db.repo(Attachment).findOneBy({ id });
  const messageId = row?.messageId;
  if (!messageId) return false;
  return app.get(AccessService).may('Message', messageId, viewer, 'read');
}

/**
 * The viewer may read the current agreements of a group that they may read. Earlier texts and summaries are for its
 * members.
 */
async function isInReadableAgreements(
  app: TestApp,
  viewer: Viewer,
  { column, id }: CanaryPlace,
): Promise<boolean> {
  const [version] = await app.db.query<{ groupId: string; isCurrent: boolean }>(
    `select group_id as "groupId", number = max(number) over (partition by group_id) as "isCurrent"
     from agreements_version where group_id = (select group_id from agreements_version where id = $1)
     order by id = $1 desc`,
    [id],
  );
  const { groupId, isCurrent } = version!;
  if (viewer.groups.member.includes(groupId)) return true;
  return column === 'text' && isCurrent && app.get(AccessService).may('Group', groupId, viewer);
}

async function isOwn(app: TestApp, viewer: Viewer, { table, id }: CanaryPlace): Promise<boolean> {
  if (table === 'account') return id === viewer.accountId;
  const [row] = await app.db.query<Record<string, unknown>>(
    `select * from "${table}" where id = $1`,
    [id],
  );
  if (table === 'application_question') {
    const [own] = await app.db.query(
      'select 1 from application where id = $1 and account_id = $2',
      [...[row!['application_id'], viewer.accountId]],
    );
    return own !== undefined;
  }
  return row!['account_id'] === viewer.accountId;
}

/**
 * Whether the viewer may see this name: members of one group see each other's names, and the two sides of an
 * introduction see each other's card.
 */
async function isNamedTo(app: TestApp, { accountId }: Viewer, fieldId: string): Promise<boolean> {
  const rows = await app.db.query(
    `select 1 from profile_field f where f.id = $1 and f.kind in ('name', 'issueAreas', 'practices', 'territories') and (
       exists (select 1 from membership m join membership o on o.group_id = m.group_id
         where m.account_id = f.account_id and o.account_id = $2 and o.ended_at is null)
       or exists (select 1 from introduction i
         where i.asker_id = f.account_id and i.asked_id = $2 and i.passed_at is not null
           or i.asked_id = f.account_id and i.asker_id = $2))`,
    [fieldId, accountId],
  );
  return rows.length > 0;
}
