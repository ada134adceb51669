import { EventsWorker } from '#events/events.worker.js';
import type { TestApp } from '../../support/app/app.js';
import { openSocket, type TestSocket } from '../../support/app/sockets.js';
import { waitForNotices } from '../../support/app/wait-for-jobs.js';
import { linkedIdentities } from '../../support/matrix/identity-linkage.js';
import { CoalitionObserver } from './coalition-observations.js';
import { entryNameOf } from './coalition-state.js';
import {
  type Choice,
  COALITION_PEOPLE,
  type CoalitionPerson,
  type CoalitionStep,
  coalitionStep as step,
  OWNERS,
} from './coalition-steps.js';
import { CoalitionWorld } from './coalition-world.js';

/** The person whose path differs between the two worlds. Ana belongs to both groups. */
const SUBJECT = 'ana';

/**
 * The only difference between the two worlds. `path`: in the second one the person accepts the grants of the groups the
 * other way round. `second`: there, who takes part accepts no other grant. `answer`: there, the person accepts none.
 */
export type Difference = 'path' | 'second' | 'answer';

/** Every history begins with the steps that detect the mutants. */
const BEGINNING: readonly CoalitionStep[] = [
  ...[step('enter', 'forest', SUBJECT), step('enter', 'tide', SUBJECT)],
  ...[step('enter', 'forest', 'bea'), step('enter', 'tide', 'eva')],
  ...[step('grant', 'forest', SUBJECT), step('grant', 'tide', SUBJECT)],
  ...[step('grant', 'forest', 'bea'), step('grant', 'tide', 'eva'), step('accept', 'tide', 'eva')],
  // Tea, who owns one of the groups, also sees the people of the coalition, unless the answers are what differs.
  ...[step('grant', 'tide', 'tea'), step('accept', 'tide', 'tea')],
  step('accept', 'forest', SUBJECT, { usesPersona: true, isSettled: true }),
  step('nameDelegate', 'forest', 'ste', { isSteward: true }),
  ...[step('accept', 'tide', SUBJECT), step('changeEntryName', 'tide', SUBJECT)],
  ...[step('withdraw', 'forest', SUBJECT), step('grant', 'forest', SUBJECT)],
  ...[step('leave', 'tide', SUBJECT), step('accept', 'tide', SUBJECT)],
];
export const beginningOf = (difference: Difference): CoalitionStep[] =>
  BEGINNING.filter((one) => isPlayed(difference, one));

/** Steps whose result differs by right: they end a grant that explains the entry in one of the two worlds only. */
const ENDS_OF_GRANTS = ['withdraw', 'quit', 'expel', 'changeSourceName'];
const ENDS_OF_PARTICIPANTS = ['participantOut', 'close'];
const isOwner = (person: CoalitionPerson) => Object.values<string>(OWNERS).includes(person);

/** Whether the two worlds may not differ after the step. */
function isPlayed(difference: Difference, { kind, by, of, place }: CoalitionStep): boolean {
  if (kind === 'archiveCoalition' || (kind === 'show' && of === SUBJECT)) return false;
  if (difference !== 'answer') {
    if (difference === 'path' && place === 'radio') return true;
    const isOfSubject = ENDS_OF_GRANTS.includes(kind) && of === SUBJECT;
    return !isOfSubject && !ENDS_OF_PARTICIPANTS.includes(kind);
  }
  // The owners stay outside, and nobody is separated from the person: a separated one would find the coalition closed.
  if (kind === 'accept' && isOwner(of)) return false;
  if (kind === 'separate') return ![by, of].includes(SUBJECT);
  return !(['remove', 'readmit'].includes(kind) && [by, of].includes(SUBJECT));
}

/** Two worlds with the same history, but for one difference. */
export class CoalitionTwins {
  private readonly observers: readonly [CoalitionObserver, CoalitionObserver];
  private readonly wereInside = new Set<CoalitionPerson>();
  private turn = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly difference: Difference,
    private readonly worlds: readonly [CoalitionWorld, CoalitionWorld],
    private readonly sockets: ReadonlyMap<CoalitionPerson, readonly TestSocket[]>,
  ) {
    this.observers = [new CoalitionObserver(worlds[0]), new CoalitionObserver(worlds[1])];
    for (const observer of this.observers) observer.stepBegins(new Date(0));
  }

  static async begin(app: TestApp, difference: Difference): Promise<CoalitionTwins> {
    const worlds = [await CoalitionWorld.begin(app), await CoalitionWorld.begin(app)] as const;
    const sockets = new Map<CoalitionPerson, TestSocket[]>();
    for (const name of COALITION_PEOPLE.filter((one) => one !== SUBJECT)) {
      sockets.set(name, await Promise.all(worlds.map(({ people }) => openSocket(people[name]))));
    }
    return new CoalitionTwins(app, difference, worlds, sockets);
  }

  /** Returns a step that both worlds can play, if there is one. */
  choose({ steps, isBold }: Choice): CoalitionStep | undefined {
    const played = steps.filter((one) => isPlayed(this.difference, one));
    if (played.length === 0) return undefined;
    return this.worlds[0].model.choose({ steps: played, isBold });
  }

  async take(one: CoalitionStep): Promise<void> {
    const [first, second] = this.worlds;
    const other = this.inSecondWorld(one);
    this.observers[0].stepBegins(this.app.clock.now());
    const played = await first.play(one);
    this.observers[1].stepBegins(this.app.clock.now());
    const twin = other && (await second.play(other));
    if (one.by !== SUBJECT) {
      expect({ step: one, verdict: twin?.verdict }).toEqual({
        ...{ step: one, verdict: played?.verdict },
      });
    }
    if (one.isSettled) await this.app.get(EventsWorker).drain();
    for (const name of COALITION_PEOPLE) {
      if (first.model.people[name].entryName !== null) this.wereInside.add(name);
    }
    const next = COALITION_PEOPLE[this.turn++ % COALITION_PEOPLE.length]!;
    await this.compareViews(new Set([one.by, next]));
  }

  /** Compares what everybody else sees, and received over their sockets. */
  async compareAll(): Promise<void> {
    await this.app.get(EventsWorker).drain();
    await this.compareViews(new Set(COALITION_PEOPLE));
    await waitForNotices(this.app);
    for (const [name, pair] of this.sockets) {
      if (this.difference === 'answer' && this.wereInside.has(name)) continue;
      const [received, twin] = pair.map(({ frames }, at) =>
        frames.map((frame) => JSON.stringify(this.observers[at]!.compared(name, frame))),
      );
      expect({ name, received: twin!.toSorted() }).toEqual({
        name,
        received: received!.toSorted(),
      });
    }
  }

  /** Nobody else can tell that the persona of the person in the coalition and the person in the groups are one. */
  async expectNoLinks(): Promise<void> {
    for (const [at, world] of this.worlds.entries()) {
      const identities = await world.rows.identitiesOf(SUBJECT);
      for (const name of COALITION_PEOPLE.filter((one) => one !== SUBJECT)) {
        const links = linkedIdentities(this.observers[at]!.rowsTold(name), identities);
        expect({ name, links }).toEqual({ name, links: [] });
      }
    }
    if (this.difference === 'answer') return;
    // Tea saw both, so the comparison is not empty.
    const seen = this.observers[0].rowsTold('tea').flat();
    expect(seen).toEqual(expect.arrayContaining([SUBJECT, entryNameOf(SUBJECT)]));
  }

  /** The step in the second world; null if it is left out there. */
  private inSecondWorld(one: CoalitionStep): CoalitionStep | null {
    const { kind, of, place } = one;
    if (kind !== 'accept' || of !== SUBJECT) return one;
    if (this.difference === 'answer') return null;
    if (this.difference === 'second') {
      return this.worlds[1].model.people[SUBJECT].entryName === null ? one : null;
    }
    const swapped = { forest: 'tide', tide: 'forest', radio: 'radio' } as const;
    return { ...one, place: swapped[place] };
  }

  private async compareViews(names: ReadonlySet<CoalitionPerson>) {
    const { model } = this.worlds[0];
    for (const name of names) {
      const view = model.viewOf(name);
      const isInside = model.people[name].entryName !== null;
      if (!view || name === SUBJECT || (this.difference === 'answer' && isInside)) continue;
      const [seen, twin] = await Promise.all(this.observers.map((by) => by.observe(name, view)));
      expect({ name, seen: twin }).toEqual({ name, seen });
    }
  }
}
