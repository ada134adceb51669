import { ApplicationInput } from '#vetting/applications/application.inputs.js';
import { type DemoJoining, membersInJoiningOrder } from '../applications/joining-order.js';
import { isFounder } from '../people/people.js';
import type { DemoPerson } from '../people/person.js';
import type { DemoStep } from './demo-context.js';
import type { DemoVetting } from './vetting.js';

const terms = (kind: string, slugs: readonly string[]) => slugs.map((slug) => `${kind}:${slug}`);
const isCountry = (slug: string) => /^[A-Z]{2}$/.test(slug);
const HALF_A_DAY = 0.5;

/** Everybody except the founders joins with an application, vouches, two reviews and a decision. */
export function memberJoiningSteps(
  steps: DemoVetting,
  answer: (person: DemoPerson) => Promise<void>,
): DemoStep[] {
  const come = membersInJoiningOrder().filter(({ person }) => !isFounder(person.handle));
  const files = new Map<string, string>();
  return come.flatMap((arrival) => {
    const { person, joinedDaysAgo } = arrival;
    const apply = async () => void files.set(person.handle, await applies(steps, arrival));
    const admit = async () => {
      await admits(steps, arrival, files.get(person.handle)!);
      await answer(person);
    };
    return [
      { daysAgo: joinedDaysAgo + HALF_A_DAY, run: apply },
      { daysAgo: joinedDaysAgo, run: admit },
    ];
  });
}

async function applies(steps: DemoVetting, { person, vouches }: DemoJoining): Promise<string> {
  const id = await steps.apply(person.handle, inputOf(person), true);
  await steps.vouch(id, vouches);
  return id;
}

async function admits(steps: DemoVetting, { reviewers }: DemoJoining, id: string): Promise<void> {
  for (const reviewer of reviewers) {
    await steps.review(id, reviewer, true, 'El propósito es claro y el trabajo se puede ver.');
  }
  await steps.decide(id, reviewers[1], true);
}

function inputOf(person: DemoPerson): ApplicationInput {
  const shared = person.territories.filter((slug) => !isCountry(slug));
  const country = person.territories.find(isCountry);
  return Object.assign(new ApplicationInput(), {
    language: person.language,
    name: person.name,
    languages: terms('language', person.languages),
    practices: terms('practice', person.practices),
    work: person.about,
    issueAreas: terms('issue', person.issueAreas).slice(0, 5),
    country: country ? `territory:${country}` : null,
    sharedTerritories: terms('territory', shared),
    knownKind: 'nobody' as const,
    reach: 'here' as const,
    unsaid: ['hopes'] as const,
  }) as ApplicationInput;
}
