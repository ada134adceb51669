import fc from 'fast-check';

/*
 * The model of roles in one group: who is in it, in which role, and who may change that. The law compares the product
 * with it after every step.
 */

export const ROLE_PEOPLE = ['ste', 'two', 'ana', 'ben'] as const;
export type RolePerson = (typeof ROLE_PEOPLE)[number];
type Role = 'member' | 'facilitator' | 'steward';

/** Acts of a steward on a member, or of the member on themself. */
const ON_OTHERS = [
  'make',
  'end',
  'offer',
  'handOver',
  'endStewardship',
  'remove',
  'readmit',
] as const;
/** The subject of the law, so the generator chooses them more often. */
const ON_FACILITATORS = ['make', 'end'] as const;
const ON_ONESELF = ['accept', 'leave', 'join', 'takePersona', 'giveUpPersona'] as const;
/** Acts of moderation. */
const BY_SYSTEM = ['suspend', 'restore'] as const;

export interface RoleStep {
  readonly kind: (typeof ON_OTHERS | typeof ON_ONESELF | typeof BY_SYSTEM)[number];
  readonly by: RolePerson;
  readonly of: RolePerson;
}

const who = fc.constantFrom(...ROLE_PEOPLE);
const steps: fc.Arbitrary<RoleStep[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom(...ON_OTHERS, ...ON_FACILITATORS, ...ON_FACILITATORS),
        by: fc.oneof(who, fc.constant<RolePerson>('ste')),
        of: who,
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({ kind: fc.constantFrom(...ON_ONESELF, ...BY_SYSTEM), of: who })
        .map(({ kind, of }) => ({ kind, by: of, of })),
    },
  ),
  { minLength: 15, maxLength: 30 },
);
const stewardActs = (kind: RoleStep['kind'], of: RolePerson): RoleStep => ({ kind, by: 'ste', of });
/** Every history begins with the steps that detect the mutants. */
const BEGINNING: readonly RoleStep[] = [
  ...[stewardActs('offer', 'ana'), stewardActs('make', 'ana')],
  { kind: 'takePersona', by: 'ana', of: 'ana' },
  ...[stewardActs('make', 'ben'), stewardActs('end', 'ben'), stewardActs('make', 'two')],
];
export const randomRoleSteps = steps.map((random) => [...BEGINNING, ...random]);

interface Place {
  role: Role;
  isIn: boolean;
  isPersona: boolean;
  isOffered: boolean;
  isBarred: boolean;
  isSuspended: boolean;
}
const newcomer = { role: 'member' as Role, isIn: true, isPersona: false, isOffered: false };

/** `refused` stands for FORBIDDEN and NOT_FOUND. */
export type RoleVerdict = 'OK' | 'CONFLICT' | 'refused';

export class GroupRolesModel {
  readonly places = Object.fromEntries(
    ROLE_PEOPLE.map((name) => [name, { ...newcomer, isBarred: false, isSuspended: false }]),
  ) as Record<RolePerson, Place>;

  constructor() {
    this.places.ste.role = 'steward';
  }

  /** The role whose rights the person has now; null without any right inside the group. */
  rightsOf(name: RolePerson): Role | null {
    const { isIn, isSuspended, role } = this.places[name];
    return isIn && !isSuspended ? role : null;
  }

  /** Returns the act on the role of facilitator, of another member or their own, that the person may do now. */
  mayChange(by: RolePerson, of: RolePerson): 'make' | 'end' | null {
    const [rights, { role }] = [this.rightsOf(by), this.places[of]];
    if (role === 'facilitator') return rights === 'steward' || by === of ? 'end' : null;
    return role === 'member' && rights === 'steward' ? 'make' : null;
  }

  take({ kind, by, of }: RoleStep): RoleVerdict {
    const [one, place] = [this.places[by], this.places[of]];
    if (kind === 'suspend' || kind === 'restore') {
      place.isSuspended = kind === 'suspend';
      return 'OK';
    }
    if (one.isSuspended) return 'refused';
    if (kind === 'join') {
      if (place.isIn || place.isBarred) return 'refused';
      Object.assign(place, newcomer);
      return 'OK';
    }
    if (!one.isIn) return 'refused';
    return by === of ? this.onOneself(kind, place, of) : this.onOther(kind, one, place, of);
  }

  private onOneself(kind: RoleStep['kind'], place: Place, of: RolePerson): RoleVerdict {
    const isSteward = place.role === 'steward';
    if (kind === 'end' && place.role === 'facilitator') return set(place, { role: 'member' });
    if (kind === 'accept' && place.isOffered)
      return set(place, { role: 'steward', isOffered: false });
    if (kind === 'endStewardship' && isSteward) return this.endStewardship(of);
    if (kind === 'leave') {
      if (!this.hasStewardBesides(of)) return 'CONFLICT';
      return set(place, { isIn: false });
    }
    if (kind !== 'takePersona' && kind !== 'giveUpPersona') return 'refused';
    const isPersona = kind === 'takePersona';
    if (isPersona === place.isPersona) return 'OK';
    const role = isSteward ? 'steward' : 'member';
    return set(place, { isPersona, role, isOffered: false });
  }

  private onOther(kind: RoleStep['kind'], one: Place, place: Place, of: RolePerson): RoleVerdict {
    if (one.role !== 'steward') return 'refused';
    if (kind === 'readmit') return place.isBarred ? set(place, { isBarred: false }) : 'refused';
    if (!place.isIn) return 'refused';
    if (kind === 'remove') return set(place, { isIn: false, isBarred: true });
    if (kind === 'handOver') {
      set(place, { role: 'steward', isOffered: false });
      return set(one, { role: 'member' });
    }
    if (kind === 'make' && place.role === 'member') return set(place, { role: 'facilitator' });
    if (kind === 'end' && place.role === 'facilitator') return set(place, { role: 'member' });
    if (kind === 'offer' && place.role !== 'steward') return set(place, { isOffered: true });
    if (kind === 'endStewardship' && place.role === 'steward') return this.endStewardship(of);
    return 'refused';
  }

  /** A steward who is suspended cannot act, and so does not count. */
  private endStewardship(of: RolePerson): RoleVerdict {
    if (!ROLE_PEOPLE.some((name) => name !== of && this.rightsOf(name) === 'steward'))
      return 'CONFLICT';
    return set(this.places[of], { role: 'member' });
  }

  private hasStewardBesides(of: RolePerson): boolean {
    return ROLE_PEOPLE.some((name) => {
      const { isIn, role } = this.places[name];
      return name !== of && isIn && role === 'steward';
    });
  }
}

function set(place: Place, change: Partial<Place>): RoleVerdict {
  Object.assign(place, change);
  return 'OK';
}
