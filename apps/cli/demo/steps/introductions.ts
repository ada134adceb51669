import { AskIntroduction } from '#introductions/ask-introduction.js';
import { IntroducersService } from '#introductions/introducers/introducers.service.js';
import { IntroductionsJobs } from '#introductions/introductions.jobs.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import { PassOnIntroduction } from '#introductions/introducers/pass-on-introduction.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { DemoIntroduction } from '../introduction.js';
import { DEMO_INTRODUCTIONS } from '../introductions.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Plays all introductions with their outcomes. */
export function introductionSteps(stage: DemoContext): DemoStep[] {
  const asked = new Map<DemoIntroduction, string>();
  const asking = DEMO_INTRODUCTIONS.map((one) => ({
    daysAgo: one.daysAgo,
    run: async () => void asked.set(one, await ask(stage, one)),
  }));
  const answering = DEMO_INTRODUCTIONS.map((one) => ({
    daysAgo: one.daysAgo - one.answeredAfterDays,
    run: () => answer(stage, one, asked.get(one)!),
  }));
  const passing = DEMO_INTRODUCTIONS.filter(({ through }) => through?.hasPassed).map((one) => ({
    daysAgo: one.daysAgo - 1,
    run: async () => {
      const introducer = await stage.viewer(one.through!.handle);
      await stage.get(PassOnIntroduction).pass(introducer, asked.get(one)!);
    },
  }));
  return [...offering(stage), ...asking, ...passing, ...answering];
}

/** Introducers offer to pass on requests, a day before their first request. */
const offering = (stage: DemoContext): DemoStep[] =>
  DEMO_INTRODUCTIONS.flatMap(({ through, daysAgo }) => (through ? [{ through, daysAgo }] : [])).map(
    ({ through, daysAgo }) => ({
      daysAgo: daysAgo + 1,
      run: async () => {
        await stage.get(IntroducersService).setOffers(await stage.viewer(through.handle), true);
      },
    }),
  );

async function ask(stage: DemoContext, one: DemoIntroduction): Promise<string> {
  const { from, to, note, through } = one;
  await stage.get(IntroductionsJobs).expire(); // Expires old requests, which would otherwise count towards the quota.
  const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(to));
  const viewer = await stage.viewer(from);
  const introducerId = through
    ? await choiceOf(stage, viewer, personId!, stage.accountOf(through.handle))
    : null;
  const input = { personId: personId!, note, introducerId };
  return (await stage.get(AskIntroduction).ask(viewer, input)).id;
}

async function choiceOf(stage: DemoContext, viewer: Viewer, personId: string, accountId: string) {
  const choices = await stage.get(IntroducersService).choices(viewer, personId);
  return choices.find((choice) => choice.accountId === accountId)!.id;
}

async function answer(
  stage: DemoContext,
  { from, to, end }: DemoIntroduction,
  id: string,
): Promise<void> {
  const service = stage.get(IntroductionsService);
  if (end === 'accepted') await service.accept(await stage.viewer(to), id);
  if (end === 'declined') await service.decline(await stage.viewer(to), id);
  if (end === 'withdrawn') await service.withdraw(await stage.viewer(from), id);
}
