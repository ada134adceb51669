export type Standing =
  'applicant' | 'member' | 'suspended' | 'locked' | 'former' | 'staff' | 'guest';
export type Duty = 'vet' | 'moderate' | 'support' | 'audit' | 'administer';

/** The requester, loaded for one request or recheck. Rules know nothing else about the requester. */
export interface Viewer {
  readonly accountId: string;
  readonly sessionId: string;
  readonly standing: Standing;
  readonly isOnProbation: boolean;
  /** The duties that the viewer holds now. */
  readonly duties: readonly Duty[];
  /**
   * Ids of groups with an active membership. `facilitator` lists those that the viewer facilitates or is steward of.
   * `plain` lists memberships without a persona; only these give access to profile fields open to groups. A coalition is
   * listed while the viewer takes part in it, but never in `plain`, and in `steward` only for a coalition steward. In those of
   * `readOnly` the viewer did not consent to the group's agreements within the grace after a change, and can only read.
   */
  readonly groups: {
    readonly member: readonly string[];
    readonly facilitator: readonly string[];
    readonly steward: readonly string[];
    readonly plain: readonly string[];
    readonly readOnly: readonly string[];
  };
  /**
   * The viewer's place in coalitions, by the memberships and affiliations that hold now. `near` lists the coalitions of
   * whose participants the viewer is one of the people, and `steward` those of which the viewer is coalition steward,
   * whether or not they take part. `delegate` lists the participants for which the viewer acts as delegate, or in place
   * of delegates where none is named; `owner` those of whose group or organisation the viewer is steward or
   * spokesperson.
   */
  readonly coalitions: {
    readonly near: readonly string[];
    readonly steward: readonly string[];
    readonly delegate: readonly string[];
    readonly owner: readonly string[];
  };
  /** Ids of groups closed to the viewer because a separation exists between the viewer and a member. */
  readonly partedGroups: readonly string[];
  /** Ids of groups from which a steward removed the viewer and did not readmit them. */
  readonly barredGroups: readonly string[];
  /** Ids of the groups and organisations with an unanswered, unexpired invitation for the viewer. */
  readonly invitedTo: {
    readonly groups: readonly string[];
    readonly organisations: readonly string[];
  };
  readonly membershipIds: readonly string[];
  /** Ids of active alliances: not ended, and without a block or separation between the two. */
  readonly alliances: readonly string[];
  /** Account ids of the other members of `alliances`. */
  readonly allies: readonly string[];
  /**
   * Ids of alliances that one side ended and whose conversation is still readable, split by whether the viewer put it
   * away.
   */
  readonly pastAlliances: { readonly kept: readonly string[]; readonly putAway: readonly string[] };
  /**
   * Ids of the channels that are threads of cases of the viewer: as the requester, or as the supporter of the accepted
   * case. The viewer can write in those of `open`; the others belong to ended requests.
   */
  readonly threads: { readonly open: readonly string[]; readonly ended: readonly string[] };
  /** When the viewer was loaded, from `Clock`. Time-dependent rules compare with it. */
  readonly at: Date;
  /** The reason for which code acts without a person. Only `Viewer.system` sets it. */
  readonly system?: string;
}

const NOBODY_ID = '00000000-0000-0000-0000-000000000000';
/** The latest possible date. For a viewer without a load time, every deadline has passed. */
const AFTER_EVERYTHING = new Date(8.64e15);

function blank(standing: Standing): Viewer {
  return {
    accountId: NOBODY_ID,
    sessionId: NOBODY_ID,
    standing,
    isOnProbation: true,
    duties: [],
    groups: { member: [], facilitator: [], steward: [], plain: [], readOnly: [] },
    coalitions: { near: [], steward: [], delegate: [], owner: [] },
    partedGroups: [],
    barredGroups: [],
    invitedTo: { groups: [], organisations: [] },
    membershipIds: [],
    alliances: [],
    allies: [],
    pastAlliances: { kept: [], putAway: [] },
    threads: { open: [], ended: [] },
    at: AFTER_EVERYTHING,
  };
}

export const Viewer = {
  /**
   * For work that no person requests. Every rule allows the work, so `why` must be a searchable sentence. Never derive
   * it from a session.
   */
  system(why: string): Viewer {
    if (why.trim() === '') throw new Error('Viewer.system needs a reason');
    return { ...blank('former'), system: why };
  },

  /** A request without a session. */
  nobody(): Viewer {
    return blank('former');
  },

  /** A fictitious member with the given groups and allies, for the preview "see it as…". It belongs to no account. */
  imagined(known: Partial<Pick<Viewer, 'groups' | 'coalitions' | 'allies' | 'at'>>): Viewer {
    return { ...blank('member'), ...known };
  },
};

/** Whether the request has no session. Only anonymous viewers and applicants can apply. */
export const isAnonymous = (viewer: Viewer): boolean =>
  viewer.system === undefined && viewer.standing === 'former' && viewer.sessionId === NOBODY_ID;

export type EndpointAudience =
  'member' | 'applicant' | 'auditor' | 'administrator' | 'guest' | 'anySignedIn' | 'anyone';

const ADMITS: Record<EndpointAudience, (viewer: Viewer) => boolean> = {
  anyone: () => true,
  // Guests are admitted only where an endpoint names them, so that a new endpoint is closed to them.
  anySignedIn: ({ standing }) => !['locked', 'former', 'guest'].includes(standing),
  guest: ({ standing }) => standing === 'guest',
  member: ({ standing }) => standing === 'member',
  applicant: ({ standing }) => standing === 'applicant',
  auditor: ({ standing, duties }) => standing === 'staff' && duties.includes('audit'),
  administrator: ({ standing, duties }) => standing === 'staff' && duties.includes('administer'),
};

/**
 * Whether the viewer (undefined: no session) may call an endpoint with this audience. The policies then decide about
 * the data.
 */
export function checkAudience(
  viewer: Viewer | undefined,
  audience: EndpointAudience,
): 'ok' | 'UNAUTHENTICATED' | 'FORBIDDEN' {
  if (audience === 'anyone') return 'ok';
  if (!viewer) return 'UNAUTHENTICATED';
  return ADMITS[audience](viewer) ? 'ok' : 'FORBIDDEN';
}
