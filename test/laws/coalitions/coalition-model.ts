import { MAX_KIND_CHANGES } from '#coalitions/participants/participant.entity.js';
import {
  type Choice,
  CHOSEN_NAMES,
  COALITION_PEOPLE,
  COALITION_PLACES,
  type CoalitionPerson,
  type CoalitionPlace,
  type CoalitionStep,
  type CoalitionVerdict,
  OWNERS,
} from './coalition-steps.js';
import { CoalitionState, entryNameOf, pairOf, sourceNameOf } from './coalition-state.js';

/** The model: performs the steps of a history, and tells which of them the product must refuse. */
export class CoalitionModel extends CoalitionState {
  private sources = 0;
  /** The number of steps so far. */
  private now = 0;

  constructor() {
    super();
    for (const place of COALITION_PLACES) this.enter(place, OWNERS[place]);
  }

  /** The first step that changes what somebody sees, else the first one. */
  choose({ steps, isBold }: Choice): CoalitionStep {
    if (isBold) return steps[0]!;
    const before = this.allViews();
    const changes = (step: CoalitionStep) => {
      if (this.skips(step)) return false;
      const after = this.copy();
      return after.take(step) === 'OK' && after.allViews() !== before;
    };
    return steps.find(changes) ?? steps[0]!;
  }

  private copy(): CoalitionModel {
    return Object.assign(new CoalitionModel(), structuredClone({ ...this }));
  }

  private allViews(): string {
    return JSON.stringify(COALITION_PEOPLE.map((person) => this.viewOf(person)));
  }

  /** Whether the law leaves out the step: it belongs to the rules of groups, or the test would perform it alone. */
  skips({ kind, of, place }: CoalitionStep): boolean {
    const isOwner = OWNERS[place] === of;
    if (kind === 'quit' && isOwner) return true;
    if (kind === 'archiveCoalition') return this.founder === undefined;
    const inGroup = ['quit', 'expel', 'enter', 'changeSourceName', 'participantIn'];
    return this.places[place].isClosed && inGroup.includes(kind);
  }

  /** A place that can found another coalition. */
  get founder(): CoalitionPlace | undefined {
    return COALITION_PLACES.find(
      (place) => !this.places[place].isClosed && !this.people[OWNERS[place]].isSuspended,
    );
  }

  /** All that are not closed found another coalition. */
  foundAgain(): void {
    for (const place of COALITION_PLACES) {
      const isParticipant = !this.places[place].isClosed;
      Object.assign(this.places[place], { isParticipant, nameIndex: 0, kindChanges: 0 });
    }
    for (const person of COALITION_PEOPLE) {
      Object.assign(this.people[person], { isBarred: false, leftAt: -1 });
    }
  }

  take(step: CoalitionStep): CoalitionVerdict {
    const { kind, by, of, place } = step;
    const { isSuspended } = this.people[by];
    this.now += 1;
    if (kind === 'suspend' || kind === 'restore') {
      this.people[of].isSuspended = kind === 'suspend';
      return 'OK';
    }
    if (kind === 'enter') return this.enter(place, of);
    if (kind === 'participantIn') return this.participantIn(place);
    if (kind === 'archiveCoalition') return this.archiveCoalition();
    if (kind === 'separate') return this.separate(by, of);
    if (kind === 'reconcile') return verdictOf(this.separated.delete(pairOf(by, of)));
    if (isSuspended) return 'refused';
    if (kind === 'renameParticipant' && this.hasChangedKindOften(step)) return TOO_MANY;
    const isDone = this.act(step);
    if (isDone) this.endUnexplained();
    return verdictOf(isDone);
  }

  /** Performs the act of a person. Returns whether it was allowed. */
  private act({ kind, by, of, place, isSteward, usesPersona }: CoalitionStep): boolean {
    const at = this.places[place];
    const isOwner = OWNERS[place] === by;
    switch (kind) {
      case 'quit':
        return at.people.delete(of);
      case 'expel':
        return isOwner && of !== by && this.isVisibleIn(place, by, of) && at.people.delete(of);
      case 'close':
        if (!isOwner || at.isClosed) return false;
        at.isClosed = true;
        this.endParticipant(place);
        return true;
      case 'reopen':
        if (!isOwner || !at.isClosed) return false;
        at.isClosed = false;
        return true;
      case 'changeSourceName':
        return this.changeSourceName(place, of);
      case 'participantOut':
        if (!at.isParticipant || !isOwner) return false;
        this.endParticipant(place);
        return true;
      case 'renameParticipant':
        if (!at.isParticipant || !isOwner) return false;
        this.renameParticipant(place);
        return true;
      case 'nameDelegate':
        if (!at.isParticipant || !isOwner) return false;
        return this.nameDelegate(place, of, isSteward);
      case 'endDelegates':
        if (!at.isParticipant || !isOwner) return false;
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
        Object.assign(this.people[of], { isBarred: true, entryName: null, leftAt: this.now });
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
    const begins = { isParticipant: true, nameIndex: 0, kindChanges: 0 };
    if (!isParticipant) Object.assign(this.places[place], begins);
    return verdictOf(!isParticipant);
  }

  /** Between the own name and a chosen one, the participant gets another id, and nobody shows it any more. */
  private renameParticipant(place: CoalitionPlace): void {
    const at = this.places[place];
    at.nameIndex = at.nameIndex === 0 ? 1 : 0;
    if (!changesKind(place)) return;
    at.kindChanges += 1;
    for (const grant of at.grants.values()) grant.isShown = false;
  }

  private hasChangedKindOften({ place, by }: CoalitionStep): boolean {
    const { isParticipant, kindChanges } = this.places[place];
    if (!isParticipant || OWNERS[place] !== by) return false;
    return changesKind(place) && kindChanges >= MAX_KIND_CHANGES;
  }

  private endParticipant(place: CoalitionPlace): void {
    Object.assign(this.places[place], { isParticipant: false, delegates: [] });
    this.places[place].grants.clear();
  }

  private archiveCoalition(): CoalitionVerdict {
    for (const place of COALITION_PLACES) this.endParticipant(place);
    this.endUnexplained();
    return 'OK';
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
    const grant = {
      ...{ source: source.number, givenAt: this.now },
      ...{ isAccepted: false, isDeclined: false, isShown: false },
    };
    this.places[place].grants.set(of, grant);
    return true;
  }

  private accept(place: CoalitionPlace, of: CoalitionPerson, usesPersona: boolean): boolean {
    const grant = this.grantOf(place, of);
    if (!grant || this.isClosedTo(of)) return false;
    if (this.people[of].entryName === null) {
      this.withdrawAcceptances(of);
      this.people[of].entryName = usesPersona ? entryNameOf(of) : of;
    }
    if (grant.isAccepted) return true;
    Object.assign(grant, { isAccepted: true, isDeclined: false, isShown: false });
    return true;
  }

  /** Declines a grant, or takes that back. A grant through which the person takes part is not declined. */
  private decline(place: CoalitionPlace, of: CoalitionPerson, isDeclined: boolean): boolean {
    const grant = this.grantOf(place, of);
    if (!grant || this.isClosedTo(of)) return false;
    if (grant.isAccepted && this.people[of].entryName !== null) return false;
    Object.assign(grant, { isAccepted: false, isShown: false, isDeclined });
    return true;
  }

  /** Ends the entry and takes back every acceptance of the person. */
  private endEntry(person: CoalitionPerson): boolean {
    Object.assign(this.people[person], { entryName: null, leftAt: this.now });
    this.withdrawAcceptances(person);
    return true;
  }

  private withdrawAcceptances(person: CoalitionPerson): void {
    for (const place of COALITION_PLACES) {
      const grant = this.places[place].grants.get(person);
      if (grant) Object.assign(grant, { isAccepted: false, isShown: false });
    }
  }

  private endUnexplained(): void {
    for (const person of COALITION_PEOPLE) {
      if (this.people[person].entryName === null || this.isExplained(person)) continue;
      Object.assign(this.people[person], { entryName: null, leftAt: this.now });
    }
  }
}

const TOO_MANY = 'TOO_MANY participant.tooManyNameChanges';
const changesKind = (place: CoalitionPlace) => CHOSEN_NAMES[place].some((name) => name === null);
const verdictOf = (isDone: boolean): CoalitionVerdict => (isDone ? 'OK' : 'refused');
