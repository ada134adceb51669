import type {
  CoalitionPerson,
  CoalitionPlace,
  CoalitionStep,
  CoalitionVerdict,
} from './coalition-steps.js';
import { COALITION_PEOPLE, COALITION_PLACES, OWNERS, PLACE_NAMES } from './coalition-steps.js';

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
}
interface Place {
  isParticipant: boolean;
  readonly people: Map<CoalitionPerson, Source>;
  readonly grants: Map<CoalitionPerson, Grant>;
  delegates: readonly Delegate[];
}

export const sourceNameOf = (place: CoalitionPlace, person: CoalitionPerson) =>
  `Voz ${place} ${person}`;
export const entryNameOf = (person: CoalitionPerson) => `Garza ${person}`;

export class CoalitionModel {
  private sources = 0;
  readonly places = Object.fromEntries(
    COALITION_PLACES.map((name): [CoalitionPlace, Place] => [
      name,
      { isParticipant: true, people: new Map(), grants: new Map(), delegates: [] },
    ]),
  ) as Record<CoalitionPlace, Place>;
  readonly people = Object.fromEntries(
    COALITION_PEOPLE.map((name): [CoalitionPerson, Standing] => [
      name,
      { isSuspended: false, isBarred: false, entryName: null },
    ]),
  ) as Record<CoalitionPerson, Standing>;
  readonly separated = new Set<string>();

  constructor() {
    for (const place of COALITION_PLACES) this.enter(place, OWNERS[place]);
  }

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

  /** Whether the person acts for the participant: as its owner or as a delegate. */
  actsFor(place: CoalitionPlace, person: CoalitionPerson): boolean {
    if (!this.isPersonOf(place, person)) return false;
    return OWNERS[place] === person || this.delegatesOf(place).some((one) => one.person === person);
  }

  /** The grants that the person can use, with the choices that only they learn. */
  heldBy(person: CoalitionPerson) {
    if (this.people[person].isSuspended || this.isClosedTo(person)) return [];
    const isIn = this.people[person].entryName !== null;
    return COALITION_PLACES.flatMap((place) => {
      const grant = this.grantOf(place, person);
      if (!grant) return [];
      const isAccepted = isIn && grant.isAccepted;
      const isShown = isAccepted && grant.isShown;
      return [{ place, isAccepted, isDeclined: grant.isDeclined, isShown }];
    });
  }

  /** The names on the list of grants of a participant. It does not depend on what the people answered. */
  givenBy(place: CoalitionPlace): string[] {
    const { people, isParticipant } = this.places[place];
    if (!isParticipant) return [];
    const given = [...people].filter(([person]) => this.grantOf(place, person));
    const seen = given.filter(([person]) => this.isVisibleIn(place, OWNERS[place], person));
    return seen.map(([, { name }]) => name);
  }

  /** The people of the coalition as everybody who takes part sees them, with the participants that they show. */
  list(): string[] {
    return COALITION_PEOPLE.filter((person) => this.people[person].entryName !== null).map(
      (person) => {
        const shown = COALITION_PLACES.filter((place) => {
          const grant = this.grantOf(place, person);
          return grant?.isAccepted && grant.isShown;
        });
        const names = shown.map((place) => PLACE_NAMES[place]).toSorted();
        return `${this.people[person].entryName} · ${names.join()}`;
      },
    );
  }

  take(step: CoalitionStep): CoalitionVerdict {
    const { kind, by, of, place } = step;
    const { isSuspended } = this.people[by];
    if (kind === 'suspend' || kind === 'restore') {
      this.people[of].isSuspended = kind === 'suspend';
      return 'OK';
    }
    if (kind === 'enter') return this.enter(place, of);
    if (kind === 'participantIn') return this.participantIn(place);
    if (kind === 'separate') return this.separate(by, of);
    if (kind === 'reconcile') return verdictOf(this.separated.delete(pairOf(by, of)));
    if (isSuspended) return 'refused';
    const isDone = this.act(step);
    if (isDone) this.endUnexplained();
    return verdictOf(isDone);
  }

  /** Performs the act of a person. Returns whether it was allowed. */
  private act({ kind, by, of, place, isSteward, usesPersona }: CoalitionStep): boolean {
    const at = this.places[place];
    switch (kind) {
      case 'quit':
        return OWNERS[place] !== of && at.people.delete(of);
      case 'changeSourceName':
        return this.changeSourceName(place, of);
      case 'participantOut':
        if (!at.isParticipant || by !== OWNERS[place]) return false;
        Object.assign(at, { isParticipant: false, delegates: [] });
        at.grants.clear();
        return true;
      case 'nameDelegate':
        if (!at.isParticipant || by !== OWNERS[place]) return false;
        return this.nameDelegate(place, of, isSteward);
      case 'endDelegates':
        if (!at.isParticipant || by !== OWNERS[place]) return false;
        at.delegates = [];
        return true;
      case 'grant':
        return this.actsFor(place, by) && this.grant(place, by, of);
      case 'withdraw':
        if (!this.actsFor(place, by) || !this.grantOf(place, of)) return false;
        return at.grants.delete(of);
      case 'accept':
        return this.accept(place, of, usesPersona);
      case 'decline':
        return this.decline(place, of, usesPersona);
      case 'show': {
        const grant = this.reads(of) ? this.grantOf(place, of) : undefined;
        if (!grant?.isAccepted) return false;
        grant.isShown = usesPersona;
        return true;
      }
      case 'leave':
        return this.reads(of) && this.endEntry(of);
      case 'changeEntryName':
        if (!this.reads(of)) return false;
        this.people[of].entryName = this.people[of].entryName === of ? entryNameOf(of) : of;
        for (const one of COALITION_PLACES) {
          const grant = this.places[one].grants.get(of);
          if (grant) grant.isShown = false;
        }
        return true;
      case 'remove':
        if (by === of || !this.mayRemove(by) || this.people[of].entryName === null) return false;
        // The acceptances remain until the next one. They let nobody in without an entry.
        Object.assign(this.people[of], { isBarred: true, entryName: null });
        return true;
      case 'readmit':
        if (!this.mayRemove(by) || !this.people[of].isBarred) return false;
        this.people[of].isBarred = false;
        return true;
      default:
        throw new Error(`The model has no act ${kind}`);
    }
  }

  private enter(place: CoalitionPlace, of: CoalitionPerson): CoalitionVerdict {
    const { people } = this.places[place];
    if (people.has(of)) return 'OK';
    const isGroup = place !== 'radio';
    if (isGroup && [...people.keys()].some((one) => this.areSeparated(one, of))) return 'refused';
    people.set(of, { number: ++this.sources, name: of });
    return 'OK';
  }

  private changeSourceName(place: CoalitionPlace, of: CoalitionPerson): boolean {
    const { people } = this.places[place];
    const source = people.get(of);
    if (place === 'radio' || !source) return false;
    const name = source.name === of ? sourceNameOf(place, of) : of;
    people.set(of, { number: ++this.sources, name });
    return true;
  }

  private participantIn(place: CoalitionPlace): CoalitionVerdict {
    const { isParticipant } = this.places[place];
    this.places[place].isParticipant = true;
    return verdictOf(!isParticipant);
  }

  /** The law tests no separation of two people who both take part: then the order says who leaves. */
  private separate(a: CoalitionPerson, b: CoalitionPerson): CoalitionVerdict {
    if (a === b || this.areSeparated(a, b)) return 'refused';
    if (this.people[a].entryName !== null && this.people[b].entryName !== null) return 'refused';
    this.separated.add(pairOf(a, b));
    return 'OK';
  }

  private nameDelegate(
    place: CoalitionPlace,
    person: CoalitionPerson,
    isSteward: boolean,
  ): boolean {
    const source = this.places[place].people.get(person);
    if (!source || !this.isVisibleIn(place, OWNERS[place], person)) return false;
    this.places[place].delegates = [{ person, source: source.number, isSteward }];
    return true;
  }

  private grant(place: CoalitionPlace, by: CoalitionPerson, of: CoalitionPerson): boolean {
    const source = this.places[place].people.get(of);
    if (!source || !this.isVisibleIn(place, by, of)) return false;
    if (this.grantOf(place, of)) return true;
    const answer = { isAccepted: false, isDeclined: false, isShown: false };
    const grant = { source: source.number, ...answer };
    this.places[place].grants.set(of, grant);
    return true;
  }

  private accept(place: CoalitionPlace, of: CoalitionPerson, usesPersona: boolean): boolean {
    const grant = this.grantOf(place, of);
    if (!grant || this.isClosedTo(of)) return false;
    if (this.people[of].entryName === null) {
      this.endEntry(of);
      this.people[of].entryName = usesPersona ? entryNameOf(of) : of;
    }
    if (grant.isAccepted) return true;
    Object.assign(grant, { isAccepted: true, isDeclined: false, isShown: false });
    return true;
  }

  /** Declines a grant that the person has not accepted, or takes that back. */
  private decline(place: CoalitionPlace, of: CoalitionPerson, isDeclined: boolean): boolean {
    const grant = this.grantOf(place, of);
    if (!grant || grant.isAccepted || this.isClosedTo(of)) return false;
    grant.isDeclined = isDeclined;
    return true;
  }

  /** Ends the entry and takes back every acceptance of the person. */
  private endEntry(person: CoalitionPerson): boolean {
    this.people[person].entryName = null;
    for (const place of COALITION_PLACES) {
      const grant = this.places[place].grants.get(person);
      if (grant) Object.assign(grant, { isAccepted: false, isShown: false });
    }
    return true;
  }

  private endUnexplained(): void {
    for (const person of COALITION_PEOPLE) {
      if (!this.isExplained(person)) this.people[person].entryName = null;
    }
  }

  private isExplained(person: CoalitionPerson): boolean {
    return COALITION_PLACES.some((place) => this.grantOf(place, person)?.isAccepted);
  }

  /** The grant, if the membership or affiliation for which it was given holds. */
  private grantOf(place: CoalitionPlace, person: CoalitionPerson): Grant | undefined {
    const grant = this.places[place].grants.get(person);
    if (!this.isPersonOf(place, person)) return undefined;
    return grant?.source === this.places[place].people.get(person)!.number ? grant : undefined;
  }

  private delegatesOf(place: CoalitionPlace): Delegate[] {
    const { delegates, people } = this.places[place];
    return delegates.filter(({ person, source }) => people.get(person)?.number === source);
  }

  private isPersonOf(place: CoalitionPlace, person: CoalitionPerson): boolean {
    return this.places[place].isParticipant && this.places[place].people.has(person);
  }

  /** Members of a group see each other; people of an organisation do not see suspended and separated ones. */
  private isVisibleIn(place: CoalitionPlace, by: CoalitionPerson, of: CoalitionPerson): boolean {
    if (place !== 'radio' || by === of) return true;
    return !this.people[of].isSuspended && !this.areSeparated(by, of);
  }

  private mayRemove(person: CoalitionPerson): boolean {
    return this.isCoalitionSteward(person) && this.reads(person);
  }

  /** For a person outside: a separated one has an entry, or a coalition steward removed the person. */
  private isClosedTo(person: CoalitionPerson): boolean {
    if (this.people[person].entryName !== null) return false;
    const isParted = COALITION_PEOPLE.some(
      (one) => this.people[one].entryName !== null && this.areSeparated(one, person),
    );
    return isParted || this.people[person].isBarred;
  }

  private areSeparated(a: CoalitionPerson, b: CoalitionPerson): boolean {
    return this.separated.has(pairOf(a, b));
  }
}

const verdictOf = (isDone: boolean): CoalitionVerdict => (isDone ? 'OK' : 'refused');
const pairOf = (a: CoalitionPerson, b: CoalitionPerson) => [a, b].toSorted().join();
