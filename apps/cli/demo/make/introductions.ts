import { AskIntroduction } from '#introductions/ask-introduction.js';
import { IntroductionsJobs } from '#introductions/introductions.jobs.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { DemoIntroduction } from '../introduction.js';
import { INTRODUCTIONS } from '../introductions.js';
import type { Act, Stage } from './stage.js';

/** Requests to meet, each with its end. */
export function introductions(stage: Stage): Act[] {
  const asked = new Map<DemoIntroduction, string>();
  const asking = INTRODUCTIONS.map((one) => ({
    daysAgo: one.daysAgo,
    run: async () => void asked.set(one, await ask(stage, one)),
  }));
  const answering = INTRODUCTIONS.map((one) => ({
    daysAgo: one.daysAgo - one.answeredAfterDays,
    run: () => answer(stage, one, asked.get(one)!),
  }));
  return [...asking, ...answering];
}

async function ask(stage: Stage, { from, to, note }: DemoIntroduction): Promise<string> {
  await stage.get(IntroductionsJobs).expire(); // what ran out by then no longer counts
  const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(to));
  return (await stage.get(AskIntroduction).ask(await stage.viewer(from), personId!, note)).id;
}

async function answer(
  stage: Stage,
  { from, to, end }: DemoIntroduction,
  id: string,
): Promise<void> {
  const service = stage.get(IntroductionsService);
  if (end === 'accepted') await service.accept(await stage.viewer(to), id);
  if (end === 'declined') await service.decline(await stage.viewer(to), id);
  if (end === 'withdrawn') await service.withdraw(await stage.viewer(from), id);
}
