import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { createDataSource, type Entities } from '#database/data-source.js';
import { entities } from '../../../apps/api/entities.js';
import { freshDatabase, type FreshDatabase } from '../../support/app/database.js';
import {
  schemaDifferences,
  type CatalogueExceptions,
  unindexedIds,
} from '../sources/database-catalogue.js';

const KNOWN: CatalogueExceptions = {
  tables: {
    call_attendance: 'who is in which call and when, written by a trigger for its constraint',
    case_exclusion: 'who must not read a request, changed by two statements',
    case_recusal: 'who must not read a request of a deleted account, stored by one statement',
    case_thread_cursor: 'how far the job of news has read in each thread, moved by its statement',
    deleted_support_request: 'send keys of requests that their requesters deleted, by statements',
    channel_reader: 'read and written with whole channels at a time, by named statements',
    topic_reader: 'the same, of topics',
    inbox_cursor: 'how far the job of the inbox has read in each channel, moved by its statement',
    inbox_entry: 'who is named or answered where, written by that job',
    kept_file: 'the names of files, which a row elsewhere uses or the sweep takes away',
    directory_term: 'the projection that the directory reads, by named statements',
    directory_word: 'the words that stand in it for every member, kept by its triggers',
    message_words: 'what messages are found by, kept by statements of their own and a trigger',
    channel_words: 'up to which number of each channel it is kept',
    migrations: 'kept by TypeORM',
    news_mail: 'when each account was last told of news, kept by one statement',
    reaction: 'who reacted to a message and with what, counted by the statement that changes it',
    earlier_text: 'what a message said before, kept and forgotten with it by statements',
    deleted_message:
      'what deleted messages contained, while their authors can undo it, by statements',
    spent_key: 'keys of messages that are gone, written by the statement that purges them',
    decoy: 'profiles that nobody stands behind, kept by statements of their own',
    decoy_opening: 'who opened one today, added by the statement that counts every profile',
    node: 'the processes that are up, known to their own statements only',
    view_of_day: 'keyed hashes that count what somebody saw today, kept by two statements',
    rate_limit: 'kept by rate-limiter-flexible',
    steward_vacancy: 'since when a group has no active steward, kept by statements alone',
    unsealed_join_answer: 'answers from before they were sealed; the next start seals them',
    work_map: 'numbers of a night, written and read as a whole',
    work_map_cell: 'the same',
  },
  ids: {
    'audit_entry.actor_id':
      'an act keeps its author after the account is deleted: the id opens nothing',
    'audit_entry.about_id': 'stays with the entry, which never changes: the id opens nothing',
    'audit_entry.subject_id': 'names a row of any table, also one that is gone',
    'case_assignment.request_id':
      'a supporter stays recused after the case is destroyed: the id opens nothing',
    'interpretation.request_id':
      'an interpreter keeps a conflict of interest after the case is destroyed: the id opens nothing',
    'decoy_opening.account_id':
      'to look the account up would wait for who holds it, as opening a member never does',
    'decision.decider_ids':
      'a decision keeps whose reviews counted after they are gone: the ids open nothing',
    'matter.persona_id':
      'a matter outlives the group of the persona: the id still keeps it apart from other matters',
    'message.mention_ids':
      'as its author said, also what is nobody: the job of the inbox looks each up',
    'report.named_ids': 'whoever wrote what was forwarded; of who is gone the ids open nothing',
    'receipt.subject_id': 'names a row of any table, also one that is gone',
    'term_word.term_id': 'a term of the reference data, which is no row',
    'steward_vacancy.group_id':
      'a change of a standing would wait for the group’s lock; the job deletes what is left',
    'event_receipt.event_id': 'an event is a job of the queue, which forgets it once it is heard',
  },
  skipped: { 'directory_term.profile_id': 'the few months in which a profile can stand' },
};

let database: FreshDatabase;
const sources: DataSource[] = [];
beforeEach(async () => {
  database = await freshDatabase();
}, 60_000);
afterEach(async () => {
  for (const source of sources.splice(0)) await source.destroy();
  await database.drop();
});

async function connect(of: Entities = entities): Promise<DataSource> {
  const source = await createDataSource(database.url, of, 2).initialize();
  sources.push(source);
  return source;
}

test('migrated tables and entities have the same columns', async () => {
  expect(await schemaDifferences(await connect(), KNOWN)).toEqual([]);
});

test('each id column has a foreign key and an index', async () => {
  expect(await unindexedIds(await connect(), KNOWN)).toEqual([]);
});

describe('the check of migrations', () => {
  @Entity('session')
  class BadSession {
    @PrimaryColumn('uuid')
    id!: string;

    @Column('uuid', { nullable: true })
    accountId!: string | null;

    @Column('int')
    label!: number;

    @Column('text')
    colour!: string;
  }

  test('reports an entity that differs from its table', async () => {
    const found = await schemaDifferences(await connect([BadSession]), KNOWN);
    expect(found).toEqual(
      expect.arrayContaining([
        'session.account_id uuid, the entity says session.account_id uuid null',
        'session.label text, the entity says session.label integer',
        'session.colour is in no migration',
        'session.token_hash is in no entity',
      ]),
    );
  });

  test('reports a table without an entity', async () => {
    const source = await connect();
    await source.query('create table room (id uuid primary key, door_id uuid)');
    expect(await schemaDifferences(source, KNOWN)).toEqual([
      'room.door_id is in no entity',
      'room.id is in no entity',
    ]);
  });

  test('reports an id column without a foreign key, and an id column without an index', async () => {
    const source = await connect();
    await source.query('create table room (door_id uuid, owner_id uuid references account)');
    expect(await unindexedIds(source, KNOWN)).toEqual([
      'room.door_id has no foreign key',
      'room.owner_id has no index of its own',
    ]);
  });
});
