import fc from 'fast-check';
import { IntroductionsJobs } from '#introductions/introductions.jobs.js';
import { DAY } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import * as introductions from '../../support/factories/introductions.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import type { Person } from '../../support/factories/make-people.js';
import { BLOCK_PROFILE } from '../../support/factories/visible-profiles.js';

const {
  answerDocument: answer,
  ASK_INTRODUCTION: ASK,
  LIST_INTRODUCERS: CHOICES,
  LAPSE_INTRODUCTION: LAPSE,
  LIST_INTRODUCTIONS: LIST,
  PASS_INTRODUCTION: PASS,
  READ_INTRODUCTION: READ,
  extendSessions,
  makeIntroducerTrio: three,
} = introductions;

/**
 * Two worlds run the same history. In one world, the introducer and the person asked also act silently: they pass on,
 * let lapse, decline and block. The askers cannot tell the two worlds apart: every answer, notice, mail and export is
 * equal.
 */
const app = useApp();
afterEach(closeAllSockets);

type World = Awaited<ReturnType<typeof aWorld>>;

async function aWorld() {
  return { ...(await three(app)), asked: [] as string[] };
}

/** Operations of the asker and operations visible to them; each runs in both worlds. */
const LOUD = {
  async askDirectly(there: World) {
    return askIn(there, null);
  },
  async askThrough(there: World) {
    const { personId } = there.benShown;
    const text = await (await apiAs(there.ada).raw(CHOICES, { personId })).text();
    const [introducer] = JSON.parse(text).data?.introducers ?? [];
    return introducer ? askIn(there, introducer.id) : text;
  },
  withdraw: ({ ada, asked }: World) =>
    apiAs(ada).code(answer('withdraw'), { id: asked.at(-1) ?? 'x' }),
  async later() {
    return 'later';
  },
  async sweep() {
    await app.get(IntroductionsJobs).expire();
    return 'swept';
  },
} satisfies Record<string, (there: World) => Promise<string>>;

async function askIn({ ada, benShown, asked }: World, introducerId: string | null) {
  const input = { personId: benShown.personId, note: 'Hola', introducerId };
  const response = await apiAs(ada).raw(ASK, { input });
  const text = await response.text();
  const id = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (id) asked.push(id);
  return normal(text);
}

/** Silent operations of the introducer and of the person asked, which run in one world only. */
const SILENT = {
  pass: ({ ivo, asked }: World) => apiAs(ivo).code(PASS, { id: asked.at(-1) ?? 'x' }),
  lapse: ({ ivo, asked }: World) => apiAs(ivo).code(LAPSE, { id: asked.at(-1) ?? 'x' }),
  decline: ({ ben, asked }: World) =>
    apiAs(ben).code(answer('decline'), { id: asked.at(-1) ?? 'x' }),
  blockEachOther: ({ ivo, benShown }: World) =>
    apiAs(ivo).code(BLOCK_PROFILE, { id: benShown.personId }),
} satisfies Record<string, (there: World) => Promise<string>>;

type Step = keyof typeof LOUD | keyof typeof SILENT | 'accept';
const isLoud = (step: Step): step is keyof typeof LOUD => step in LOUD;

const STEPS = fc.array(
  fc.constantFrom<Step>(
    ...(['askDirectly', 'askThrough', 'askThrough', 'withdraw', 'later', 'sweep'] as const),
    ...(['pass', 'pass', 'lapse', 'decline', 'blockEachOther', 'accept'] as const),
  ),
  { minLength: 3, maxLength: 9 },
);

const normal = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/"20\d\d-[^"]*Z"/g, 'TIME')
    .replaceAll(/[\w.]+@trama\.example/g, 'ADDRESS');

async function seenBy({ ada, benShown, asked }: World): Promise<string> {
  const { personId } = benShown;
  const calls: [string, Record<string, unknown>][] = [
    ...asked.map((id): [string, Record<string, unknown>] => [READ, { id }]),
    ...['asker', 'asked', 'introducer'].map((side): [string, Record<string, unknown>] => [
      ...([LIST, { side }] as const),
    ]),
    ...[PASS, LAPSE, answer('accept'), answer('decline')].map(
      (document): [string, Record<string, unknown>] => [document, { id: asked.at(-1) ?? 'x' }],
    ),
    ['{ introductionsWaiting }', {}],
    [CHOICES, { personId }],
    ['query ($id: ID!) { person(id: $id) { id name viewerCan conversationId } }', { id: personId }],
  ];
  const answers = calls.map(async ([document, variables]) =>
    (await apiAs(ada).raw(document, variables)).text(),
  );
  const { introductionsAsked } = await app.get(DataExportService).read(ada.accountId);
  return normal([...(await Promise.all(answers)), JSON.stringify(introductionsAsked)].join('\n'));
}

const mailsTo = ({ email }: Person) => sentMails(app).filter(({ to }) => to === email).length;

/** Accepts the request in both worlds at the same moment, if the busy world allows it; otherwise in neither world. */
async function acceptIn(busy: World, calm: World): Promise<void> {
  const [id, other] = [busy.asked.at(-1), calm.asked.at(-1)];
  if (!id || !other) return;
  if ((await apiAs(busy.ben).code(answer('accept'), { id })) !== 'OK') return;
  await apiAs(calm.ivo).code(PASS, { id: other });
  expect(await apiAs(calm.ben).code(answer('accept'), { id: other })).toBe('OK');
}

async function goThrough(steps: readonly Step[]): Promise<void> {
  const [busy, calm] = [await aWorld(), await aWorld()];
  await waitForJobs(app);
  const ears = [await openSocket(busy.ada), await openSocket(calm.ada)];
  let moved = 0;
  for (const step of steps) {
    if (step === 'later') {
      // Before the clock moves: the server closes the sockets of ended sessions from time to time.
      for (const { ada, ben, ivo } of [busy, calm]) await extendSessions(ada, ben, ivo);
      moved += 16 * DAY;
      app.clock.move(16 * DAY);
    }
    if (isLoud(step)) expect(await LOUD[step](busy)).toBe(await LOUD[step](calm));
    else if (step === 'accept') await acceptIn(busy, calm).then(() => waitForJobs(app));
    else await SILENT[step](busy);
    expect(await seenBy(busy)).toBe(await seenBy(calm));
  }
  await waitForJobs(app);
  expect(ears[0]!.frames.length).toBe(ears[1]!.frames.length);
  expect(mailsTo(busy.ada)).toBe(mailsTo(calm.ada));
  app.clock.move(-moved);
}

it('an asker cannot tell silence from a refusal, at any step of any history', async () => {
  await fc.assert(fc.asyncProperty(STEPS, goThrough), {
    numRuns: numberOfRuns(6),
    endOnFailure: true,
  });
}, 240_000);

it('a request that was passed on and declined, or that lapsed, looks to the asker like a waiting request', async () => {
  for (const end of [
    ['lapse'],
    ['pass'],
    ['pass', 'decline'],
    ['blockEachOther', 'pass'],
  ] as const) {
    await goThrough(['askThrough', ...end, 'later', 'later', 'sweep', 'askThrough']);
  }
}, 120_000);
