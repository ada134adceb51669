import { ViewerLoader } from '#access/viewer.loader.js';
import { EventsWorker } from '#events/events.worker.js';
import { Refusal } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import type { TestApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { HIDDEN_GROUP } from '../../support/factories/group-documents.js';
import type { PartyInput } from '../../support/factories/coalitions/make-coalitions.js';
import { channelOf, makeCoalitionOf } from '../../support/factories/coalitions/taking-part.js';
import { makePeople, type Person } from '../../support/factories/make-people.js';
import { CoalitionActs } from './coalition-acts.js';
import { CoalitionModel } from './coalition-model.js';
import { CoalitionRows } from './coalition-rows.js';
import {
  CHOSEN_NAMES,
  COALITION_PEOPLE,
  COALITION_PLACES,
  type CoalitionPerson,
  type CoalitionPlace,
  type CoalitionStep,
  isBySystem,
  OWN_NAMES,
  OWNERS,
} from './coalition-steps.js';
import { CHANGES, readView } from './coalition-views.js';

type People = Record<CoalitionPerson, Person>;
type Places = Record<CoalitionPlace, PartyInput>;
type Viewers = Record<CoalitionPerson, Viewer>;

/** The product with the people of the model. */
export class CoalitionWorld {
  readonly model = new CoalitionModel();
  rows!: CoalitionRows;
  private acts!: CoalitionActs;
  private viewers!: Viewers;
  /** The number of steps that were performed and compared, without those that the law leaves out. */
  performed = 0;
  /** Whether the coalition is archived; the next step founds another one. */
  private isOver = false;
  /** The view of each person that was compared last. */
  private readonly seen = new Map<CoalitionPerson, string>();

  private constructor(
    private readonly app: TestApp,
    readonly people: People,
    private readonly places: Places,
  ) {}

  static async begin(app: TestApp): Promise<CoalitionWorld> {
    const kinds = COALITION_PEOPLE.map((name) => [name, 'member'] as const);
    const people = (await makePeople(app, Object.fromEntries(kinds))) as People;
    for (const one of Object.values(people)) await factories.profile(one);
    const { ste, tea, spo } = people;
    const [forestName, tideName] = [{ name: OWN_NAMES.forest }, { name: OWN_NAMES.tide }];
    const forest = await factories.group(app, { steward: ste, ...forestName, ...HIDDEN_GROUP });
    const tide = await factories.group(app, { steward: tea, ...tideName });
    const radio = await factories.organisation(app, { spokesperson: spo, name: OWN_NAMES.radio });
    const world = new CoalitionWorld(app, people, {
      forest: { groupId: forest.id },
      tide: { groupId: tide.id },
      radio: { organisationId: radio.id },
    });
    await world.found('forest');
    return world;
  }

  /** Founds a coalition of all places that are not closed. */
  private async found(first: CoalitionPlace): Promise<void> {
    const { app, people, places } = this;
    const isOpen = (place: CoalitionPlace) => !this.model.places[place].isClosed;
    const all = [first, ...COALITION_PLACES.filter((one) => one !== first && isOpen(one))];
    const coalition = await makeCoalitionOf(app, {
      founder: people[OWNERS[first]],
      participants: all.map((place) => [places[place], CHOSEN_NAMES[place][0] ?? undefined]),
    });
    await app.get(EventsWorker).drain();
    const channelId = await channelOf(app, coalition);
    const ids = all.map((place, at) => [place, coalition.participantIds[at]]);
    const participantIds = { ...this.rows?.participantIds, ...Object.fromEntries(ids) };
    this.rows = new CoalitionRows(app, people, places, coalition, channelId, participantIds);
    this.acts = new CoalitionActs(app, this.rows, people);
    this.viewers = await this.loadViewers();
  }

  /** Performs a step and compares the product with the model. */
  async take(step: CoalitionStep): Promise<void> {
    if (this.isOver) await this.foundAgain();
    if (step.kind === 'archiveCoalition') await this.compareAll(step);
    const played = await this.play(step);
    if (!played) return;
    this.performed += 1;
    const { verdict, expected } = played;
    expect({ step, verdict }).toEqual({ step, verdict: expected });
    if (step.isSettled) {
      await this.settle();
      this.viewers = await this.loadViewers();
    }
    this.compareRights(step);
    if (step.isRead) await this.compareViews(step, verdict === 'OK' ? [step.of] : []);
    if (step.kind !== 'archiveCoalition') return;
    await this.compareAll(step);
    this.isOver = true;
  }

  /** Performs a step. Returns null for one that the law leaves out. */
  async play(step: CoalitionStep) {
    if (this.model.skips(step)) return null;
    const { nameIndex } = this.model.places[step.place];
    const expected = this.model.take(step);
    // The system refuses nothing; the law performs only those of its acts that change something.
    if (isBySystem(step) && expected === 'refused') return null;
    const verdict = await this.perform(step, nameIndex === 0 ? 1 : 0);
    this.viewers = await this.loadViewers();
    return { verdict, expected };
  }

  /** Runs the jobs, and compares the views of everybody. */
  private async compareAll(step: CoalitionStep): Promise<void> {
    await this.settle();
    this.viewers = await this.loadViewers();
    this.compareRights(step);
    await this.compareViews(step, COALITION_PEOPLE);
  }

  settle(): Promise<void> {
    return this.app.get(EventsWorker).drain();
  }

  /** Returns `OK`, `refused` for a refusal of policy, or the reason of another one. */
  private async perform(step: CoalitionStep, nameIndex: 0 | 1): Promise<string> {
    if (isBySystem(step)) {
      await this.acts.performBySystem(step);
      return 'OK';
    }
    try {
      await this.acts.perform(step, this.viewers[step.by], nameIndex);
      return 'OK';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, reason } = error;
      return code === 'NOT_FOUND' || code === 'FORBIDDEN' ? 'refused' : `${code} ${reason}`;
    }
  }

  private async foundAgain(): Promise<void> {
    await this.found(this.model.founder!);
    this.model.foundAgain();
    this.isOver = false;
  }

  private async loadViewers(): Promise<Viewers> {
    const viewers = this.app.get(ViewerLoader);
    const load = async (name: CoalitionPerson) => [
      ...[name, (await viewers.byAccount(this.people[name].accountId))!],
    ];
    return Object.fromEntries(await Promise.all(COALITION_PEOPLE.map(load)));
  }

  /** Compares the facts from which the policy derives every right. */
  private compareRights(step: CoalitionStep): void {
    const { model, rows } = this;
    const { id } = rows.coalition;
    const placesOf = (ids: readonly string[]) =>
      COALITION_PLACES.filter((place) => ids.includes(rows.participantIds[place]));
    for (const name of COALITION_PEOPLE) {
      const { standing, groups, coalitions } = this.viewers[name];
      const { isSuspended } = model.people[name];
      expect({ step, name, isSuspended: standing === 'suspended' }).toEqual({
        ...{ step, name, isSuspended },
      });
      if (isSuspended) continue;
      expect({
        ...{ step, name, reads: groups.member.includes(id) },
        ...{ sees: coalitions.near.includes(id), isSteward: coalitions.steward.includes(id) },
        delegate: placesOf(coalitions.delegate),
        owner: placesOf(coalitions.owner),
        isSharedGroup: groups.plain.includes(id),
      }).toEqual({
        ...{ step, name, reads: model.reads(name) },
        ...{ sees: model.sees(name), isSteward: model.isCoalitionSteward(name) },
        delegate: model.delegatedTo(name),
        owner: model.ownedBy(name),
        isSharedGroup: false,
      });
    }
  }

  /** Compares the views of these people, and of those whose view changed. */
  private async compareViews(step: CoalitionStep, of: readonly CoalitionPerson[]): Promise<void> {
    for (const name of COALITION_PEOPLE) {
      const expected = this.model.viewOf(name);
      const text = JSON.stringify(expected);
      if (!of.includes(name) && this.seen.get(name) === text) continue;
      this.seen.set(name, text);
      const api = apiAs(this.people[name]);
      if (!expected?.reads) {
        const code = await api.code(CHANGES, { channelId: this.rows.channelId });
        expect({ step, name, isRefused: ['NOT_FOUND', 'FORBIDDEN'].includes(code) }).toEqual({
          ...{ step, name, isRefused: true },
        });
      }
      if (!expected) continue;
      const view = await readView(api, this.rows, expected);
      expect({ step, name, view }).toEqual({ step, name, view: expected });
    }
  }
}
