export type Standing = 'applicant' | 'member' | 'suspended' | 'locked' | 'former' | 'staff';
export type Duty = 'vet' | 'moderate' | 'support' | 'audit' | 'administer';

/** Whoever is asking, as loaded for this one request or recheck; rules see nothing else of them. */
export interface Viewer {
  readonly accountId: string;
  readonly sessionId: string;
  readonly standing: Standing;
  readonly isOnProbation: boolean;
  /** Only those held now. */
  readonly duties: readonly Duty[];
  /** Ids of groups with a membership now. `plain` are those whose membership has no persona: only they open a profile. */
  readonly groups: {
    readonly member: readonly string[];
    readonly steward: readonly string[];
    readonly plain: readonly string[];
  };
  /** Ids of groups that have somebody in them from whom a separation parts the viewer: closed to them. */
  readonly partedGroups: readonly string[];
  /** Ids of groups from which a steward removed the viewer, and to which no steward has let them back. */
  readonly barredGroups: readonly string[];
  /** Ids of what an invitation is open to the viewer for, that waits for their answer and has not expired. */
  readonly invitedTo: {
    readonly groups: readonly string[];
    readonly organisations: readonly string[];
  };
  readonly membershipIds: readonly string[];
  /** Ids of alliances that hold now: not ended, and no block or separation between the two. */
  readonly alliances: readonly string[];
  /** The account ids at the other side of `alliances`. */
  readonly allies: readonly string[];
  /** Ids of alliances that one of the two ended, and that nothing closed since: whose conversation the viewer keeps or put away. */
  readonly pastAlliances: { readonly kept: readonly string[]; readonly putAway: readonly string[] };
  /** When the viewer was loaded, by the Clock; rules about time compare with it. */
  readonly at: Date;
  /** Set only by Viewer.system: why code acts without a person. */
  readonly system?: string;
}

const NOBODY_ID = '00000000-0000-0000-0000-000000000000';
/** After every deadline, so that a viewer without a moment of its own never finds a door still open. */
const AFTER_EVERYTHING = new Date(8.64e15);

function blank(standing: Standing): Viewer {
  return {
    accountId: NOBODY_ID,
    sessionId: NOBODY_ID,
    standing,
    isOnProbation: true,
    duties: [],
    groups: { member: [], steward: [], plain: [] },
    partedGroups: [],
    barredGroups: [],
    invitedTo: { groups: [], organisations: [] },
    membershipIds: [],
    alliances: [],
    allies: [],
    pastAlliances: { kept: [], putAway: [] },
    at: AFTER_EVERYTHING,
  };
}

export const Viewer = {
  /** Work without a person: every rule allows it, so `why` is a sentence one can search for. Never made from a session. */
  system(why: string): Viewer {
    if (why.trim() === '') throw new Error('Viewer.system needs a reason');
    return { ...blank('former'), system: why };
  },

  /** Whoever has no session. */
  nobody(): Viewer {
    return blank('former');
  },

  /** A member of whom only `known` is known, for "see it as…"; it is nobody's account. */
  imagined(known: Partial<Pick<Viewer, 'groups' | 'allies' | 'at'>>): Viewer {
    return { ...blank('member'), ...known };
  },
};

/** Whether nobody is signed in; the only one, besides an applicant, who may apply. */
export const isNobody = (viewer: Viewer): boolean =>
  viewer.system === undefined && viewer.standing === 'former' && viewer.sessionId === NOBODY_ID;

export type DoorAudience =
  'member' | 'applicant' | 'auditor' | 'administrator' | 'anySignedIn' | 'anyone';

const OPENS: Record<DoorAudience, (viewer: Viewer) => boolean> = {
  anyone: () => true,
  anySignedIn: ({ standing }) => standing !== 'locked' && standing !== 'former',
  member: ({ standing }) => standing === 'member',
  applicant: ({ standing }) => standing === 'applicant',
  auditor: ({ standing, duties }) => standing === 'staff' && duties.includes('audit'),
  administrator: ({ standing, duties }) => standing === 'staff' && duties.includes('administer'),
};

/** Whether this viewer (undefined: no session) may stand at a door at all; what lies behind it is for the rules. */
export function mayPass(
  viewer: Viewer | undefined,
  audience: DoorAudience,
): 'ok' | 'UNAUTHENTICATED' | 'FORBIDDEN' {
  if (audience === 'anyone') return 'ok';
  if (!viewer) return 'UNAUTHENTICATED';
  return OPENS[audience](viewer) ? 'ok' : 'FORBIDDEN';
}
