import { GrantState } from '#coalitions/grants/grant.view.js';
import {
  CHOSEN_NAMES,
  COALITION_PEOPLE,
  COALITION_PLACES,
  type CoalitionPerson,
  type CoalitionPlace,
  OWN_NAMES,
  OWNERS,
} from './coalition-steps.js';

/*
 * The model of one coalition of two groups and an organisation. It computes who takes part from the grants and the
 * memberships and affiliations that hold, and never stores it. The law compares the product with it after every step.
 */

/** The membership of a group or affiliation to an organisation. A new one, or another name, is another source. */
interface Source {
  readonly number: number;
  readonly name: string;
}
interface Grant {
  readonly source: number;
  readonly givenAt: number;
  isAccepted: boolean;
  isDeclined: boolean;
  isShown: boolean;
}
interface Delegate {
  readonly person: CoalitionPerson;
  readonly source: number;
  readonly isSteward: boolean;
}
interface Standing {
  isSuspended: boolean;
  isBarred: boolean;
  /** The name in the coalition; null without an entry. */
  entryName: string | null;
  /** When the latest entry ended. A person who left has answered the grants from before. */
  leftAt: number;
}
interface Place {
  isParticipant: boolean;
  /** Whether the group is archived, or the organisation ended. */
  isClosed: boolean;
  /** The position of the name that the coalition sees among the names of the participant. */
  nameIndex: 0 | 1;
  /** How often the own name and a chosen one replaced each other. */
  kindChanges: number;
  readonly people: Map<CoalitionPerson, Source>;
  readonly grants: Map<CoalitionPerson, Grant>;
  delegates: readonly Delegate[];
}

export const sourceNameOf = (place: CoalitionPlace, person: CoalitionPerson) =>
  `Voz ${place} ${person}`;
export const entryNameOf = (person: CoalitionPerson) => `Garza ${person}`;

/** The state of the model, and everything that follows from it. */
export class CoalitionState {
  readonly places = Object.fromEntries(
    COALITION_PLACES.map((name): [CoalitionPlace, Place] => [
      name,
      {
        ...{ isParticipant: true, isClosed: false, nameIndex: 0, kindChanges: 0 },
        ...{ people: new Map(), grants: new Map(), delegates: [] },
      },
    ]),
  ) as Record<CoalitionPlace, Place>;
  readonly people = Object.fromEntries(
    COALITION_PEOPLE.map((name): [CoalitionPerson, Standing] => [
      name,
      { isSuspended: false, isBarred: false, entryName: null, leftAt: -1 },
    ]),
  ) as Record<CoalitionPerson, Standing>;
  readonly separated = new Set<string>();

  /** A person reads the channels while an accepted grant explains the entry and the account is not suspended. */
  reads(person: CoalitionPerson): boolean {
    const { isSuspended, entryName } = this.people[person];
    return !isSuspended && entryName !== null && this.isExplained(person);
  }

  /** The people of a participant see a hidden coalition. */
  sees(person: CoalitionPerson): boolean {
    const { isSuspended } = this.people[person];
    return !isSuspended && COALITION_PLACES.some((place) => this.isPersonOf(place, person));
  }

  isCoalitionSteward(person: CoalitionPerson): boolean {
    return COALITION_PLACES.some((place) => {
      const steward = this.delegatesOf(place).find(
        (one) => one.isSteward && !this.people[one.person].isSuspended,
      );
      if (!this.isPersonOf(place, person)) return false;
      return steward ? steward.person === person : OWNERS[place] === person;
    });
  }

  /** The participants of which the person is a steward or the spokesperson. */
  ownedBy(person: CoalitionPerson): CoalitionPlace[] {
    return COALITION_PLACES.filter(
      (place) => OWNERS[place] === person && this.isPersonOf(place, person),
    );
  }

  /** The participants of which the person is a delegate, or which they own while no delegate acts. */
  delegatedTo(person: CoalitionPerson): CoalitionPlace[] {
    return COALITION_PLACES.filter((place) => {
      if (!this.isPersonOf(place, person)) return false;
      const delegates = this.delegatesOf(place);
      if (delegates.some((one) => one.person === person)) return true;
      const acts = delegates.some((one) => !this.people[one.person].isSuspended);
      return OWNERS[place] === person && !acts;
    });
  }

  /** Everything that a person sees of the coalition; null for a suspended one. */
  viewOf(person: CoalitionPerson) {
    if (this.people[person].isSuspended) return null;
    const [sees, reads] = [this.sees(person), this.reads(person)];
    const held = this.heldBy(person);
    const acted = COALITION_PLACES.filter((place) => this.actsFor(place, person));
    return {
      ...{ sees, reads, isSteward: this.isCoalitionSteward(person) },
      /** Whether `myCoalitions` lists the coalition, and whether the viewer takes part. */
      mine: sees ? [reads ? 'inside' : 'outside'] : [],
      participants: sees ? this.participantsFor(person) : [],
      people: reads ? this.list().toSorted() : [],
      count: reads ? this.list().length : null,
      held,
      isWaiting: held.some(({ state }) => state === GrantState.waiting),
      given: acted.map((place) => this.givenBy(place, person).toSorted()),
      delegates: this.ownedBy(person).map((place) => this.delegateNames(place)),
      /** The participants for which the person acts, and those that they own. */
      ...{ acted, owned: this.ownedBy(person) },
    };
  }

  /** Whether the person acts for the participant: as its owner or as a delegate. */
  actsFor(place: CoalitionPlace, person: CoalitionPerson): boolean {
    if (!this.isPersonOf(place, person)) return false;
    return OWNERS[place] === person || this.delegatesOf(place).some((one) => one.person === person);
  }

  /** The grants that the person can use, with the choices that only they learn. */
  heldBy(person: CoalitionPerson) {
    if (this.people[person].isSuspended || this.isClosedTo(person)) return [];
    return COALITION_PLACES.flatMap((place) => {
      const grant = this.grantOf(place, person);
      if (!grant) return [];
      const state = this.stateOf(person, grant);
      return [{ place, state, isShown: state === GrantState.accepted && grant.isShown }];
    });
  }

  private stateOf(person: CoalitionPerson, grant: Grant): GrantState {
    const { entryName, leftAt } = this.people[person];
    if (entryName !== null && grant.isAccepted) return GrantState.accepted;
    if (grant.isDeclined) return GrantState.declined;
    if (entryName !== null) return GrantState.additional;
    return grant.givenAt > leftAt ? GrantState.waiting : GrantState.left;
  }

  /** The names on the list of grants of a participant. It does not depend on what the people answered. */
  private givenBy(place: CoalitionPlace, by: CoalitionPerson): string[] {
    const given = [...this.places[place].people].filter(([one]) => this.grantOf(place, one));
    const seen = given.filter(([one]) => this.isVisibleIn(place, by, one));
    return seen.map(([, { name }]) => name);
  }

  private delegateNames(place: CoalitionPlace): string[] {
    return this.delegatesOf(place).map(({ person, isSteward }) => {
      const isVisible = this.isVisibleIn(place, OWNERS[place], person);
      const name = isVisible ? this.places[place].people.get(person)!.name : '';
      return isSteward ? `${name} · steward` : name;
    });
  }

  private participantsFor(person: CoalitionPerson): string[] {
    const inside = COALITION_PLACES.filter((place) => this.places[place].isParticipant);
    return inside
      .map((place) => `${this.nameOf(place)}${this.isPersonOf(place, person) ? ' · mine' : ''}`)
      .toSorted();
  }

  private nameOf(place: CoalitionPlace): string {
    return CHOSEN_NAMES[place][this.places[place].nameIndex] ?? OWN_NAMES[place];
  }

  /** The people of the coalition as everybody who takes part sees them, with the participants that they show. */
  list(): string[] {
    return COALITION_PEOPLE.filter((person) => this.people[person].entryName !== null).map(
      (person) => {
        const shown = COALITION_PLACES.filter((place) => {
          const grant = this.grantOf(place, person);
          return grant?.isAccepted && grant.isShown;
        });
        const names = shown.map((place) => this.nameOf(place)).toSorted();
        return `${this.people[person].entryName} · ${names.join()}`;
      },
    );
  }

  protected isExplained(person: CoalitionPerson): boolean {
    return COALITION_PLACES.some((place) => this.grantOf(place, person)?.isAccepted);
  }

  /** The grant, if the membership or affiliation for which it was given holds. */
  protected grantOf(place: CoalitionPlace, person: CoalitionPerson): Grant | undefined {
    const grant = this.places[place].grants.get(person);
    if (!this.isPersonOf(place, person)) return undefined;
    return grant?.source === this.places[place].people.get(person)!.number ? grant : undefined;
  }

  protected delegatesOf(place: CoalitionPlace): Delegate[] {
    const { delegates, people } = this.places[place];
    return delegates.filter(({ person, source }) => people.get(person)?.number === source);
  }

  protected isPersonOf(place: CoalitionPlace, person: CoalitionPerson): boolean {
    return this.places[place].isParticipant && this.places[place].people.has(person);
  }

  /** Members of a group see each other; people of an organisation do not see suspended and separated ones. */
  protected isVisibleIn(place: CoalitionPlace, by: CoalitionPerson, of: CoalitionPerson): boolean {
    if (place !== 'radio' || by === of) return true;
    return !this.people[of].isSuspended && !this.areSeparated(by, of);
  }

  protected mayRemove(person: CoalitionPerson): boolean {
    return this.isCoalitionSteward(person) && this.reads(person);
  }

  /** For a person outside: a separated one has an entry, or a coalition steward removed the person. */
  protected isClosedTo(person: CoalitionPerson): boolean {
    if (this.people[person].entryName !== null) return false;
    const isParted = COALITION_PEOPLE.some(
      (one) => this.people[one].entryName !== null && this.areSeparated(one, person),
    );
    return isParted || this.people[person].isBarred;
  }

  protected areSeparated(a: CoalitionPerson, b: CoalitionPerson): boolean {
    return this.separated.has(pairOf(a, b));
  }
}

export const pairOf = (a: CoalitionPerson, b: CoalitionPerson) => [a, b].toSorted().join();
