import { ApplicationInput } from '#vetting/applications/application.inputs.js';
import type { DemoApplication } from '../applications/application.js';
import { DEMO_APPLICATIONS } from '../applications/applications.js';
import type { DemoStep } from './demo-context.js';
import type { DemoVetting } from './vetting.js';

const terms = (kind: string, slugs: readonly string[]) => slugs.map((slug) => `${kind}:${slug}`);
const isCountry = (slug: string) => /^[A-Z]{2}$/.test(slug);

/** Creates applications in every stage of vetting. */
export const applicationSteps = (steps: DemoVetting): DemoStep[] =>
  DEMO_APPLICATIONS.flatMap((demo, at) => {
    const handle = demo.handle ?? `applying${at}`;
    let id = '';
    const { daysAgo, appeal, before } = demo;
    const first = { daysAgo, run: async () => void (id = await play(steps, demo, handle)) };
    const acts: DemoStep[] = [first];
    if (before) {
      acts.push({ daysAgo: before.daysAgo, run: () => turnDown(steps, demo, handle, before.by) });
    }
    if (appeal) {
      acts.push({ daysAgo: appeal.daysAgo, run: () => steps.appeal(id, handle, appeal.text) });
    }
    return acts;
  });

/** Declines an earlier application. The applicant applies again when the waiting period is over. */
async function turnDown(
  steps: DemoVetting,
  demo: DemoApplication,
  handle: string,
  by: readonly [string, string],
): Promise<void> {
  const id = await steps.apply(handle, inputOf(demo), false);
  for (const one of by) await steps.review(id, one, false, 'Todavía no pudimos ver su trabajo.');
  await steps.decide(id, by[1], false, 'No pudimos ver tu trabajo. Vuelve cuando haya algo.');
}

async function play(steps: DemoVetting, demo: DemoApplication, handle: string): Promise<string> {
  const input = inputOf(demo);
  if (demo.invitedBy) input.invitation = await steps.invite(demo.invitedBy, demo.knownBy);
  const id = await steps.apply(handle, input, demo.handle !== undefined);
  await steps.vouch(id, demo.vouches);
  if (demo.knownTo) await steps.declareConflict(id, demo.knownTo);
  const [asker] = demo.reviews;
  if (demo.question) await steps.ask(id, asker?.by ?? 'moderator1', demo.question);
  if (demo.answer) await steps.answer(id, handle, demo.answer);
  const written = demo.reviews.filter(({ recommends }) => recommends !== 'ask');
  for (const { by, recommends, reason } of written) {
    await steps.review(id, by, recommends === 'accept', reason);
  }
  for (const { by, text } of demo.notes) await steps.note(id, by, text);
  const last = written.at(-1);
  if (demo.decision && last) await steps.decide(id, last.by, false, demo.decision.text);
  if (demo.stage === 'withdrawn') await steps.withdraw(id, handle);
  return id;
}

function inputOf(demo: DemoApplication): ApplicationInput {
  const country = demo.territories.find(isCountry);
  return Object.assign(new ApplicationInput(), {
    language: demo.language,
    name: demo.name,
    languages: terms('language', demo.languages),
    practices: terms('practice', demo.practices),
    work: demo.work,
    issueAreas: terms('issue', demo.issueAreas),
    country: country ? `territory:${country}` : null,
    sharedTerritories: terms(
      'territory',
      demo.territories.filter((slug) => !isCountry(slug)),
    ),
    hopes: demo.hopes,
    knownKind: 'someone' as const,
    known: demo.knownBy,
    reach: 'here' as const,
  }) as ApplicationInput;
}
