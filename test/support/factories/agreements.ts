import { ViewerLoader } from '#access/viewer.loader.js';
import { GroupsService } from '#groups/groups.service.js';
import { apiAs } from '../app/client.js';
import { GROUP_INPUT } from './group-input.js';
import { makeMembership } from './make-groups.js';
import type { Person } from './make-people.js';

export const OLD = 'Escuchamos.\nGuardamos un año.';
export const NEW = 'Escuchamos.\nGuardamos 90 días.';
export const CHANGED = { code: 'CONFLICT', reason: 'agreements.changed' };

export const PUBLISH_AGREEMENTS = `mutation ($input: PublishAgreementsInput!) {
  publishAgreements(input: $input) { id agreements { version text } } }`;
export const CONSENT_TO_AGREEMENTS = `mutation ($groupId: ID!, $version: Int!) {
  consentToAgreements(groupId: $groupId, version: $version) { id agreementsChange { isReadOnly } } }`;
export const READ_AGREEMENTS = `query ($slug: String!) { group(slug: $slug) {
  agreements { version text publishedAt } agreementsSummary unconsentedCount viewerCan
  agreementsChange { consentedText summaries graceEndsAt isReadOnly } } }`;
export const AGREEMENTS_WAITING = '{ agreementsWaiting groupsWithChangedAgreements { slug } }';

/** Founds a group with the agreements `OLD`, and adds members who consented to them. */
export async function makeGroupWithAgreements(
  steward: Person,
  members: readonly Person[] = [],
  part: object = {},
) {
  const { app } = steward;
  const viewer = (await app.get(ViewerLoader).byAccount(steward.accountId))!;
  const input = { ...GROUP_INPUT, agreements: OLD, ...part };
  const group = await app.get(GroupsService).found(viewer, input);
  for (const person of members) await makeMembership(app, { group, person });
  return group;
}

/** Returns the agreements of a group as a person reads them. */
export const readAgreements = async (who: Person, { slug }: { slug: string }) =>
  (await apiAs(who).ask(READ_AGREEMENTS, { slug })).group;

interface NewVersion {
  readonly basedOn?: number;
  readonly summary?: string;
  readonly graceDays?: number;
}

export const agreementsInput = (
  groupId: string,
  text: string,
  { basedOn = 1, summary = '', ...more }: NewVersion = {},
) => ({ input: { groupId, text, summary, basedOn, ...more } });

/** Publishes a version; returns the agreements that are current then. */
export const publishAgreements = async (
  steward: Person,
  groupId: string,
  text: string,
  more: NewVersion = {},
) =>
  (await apiAs(steward).ask(PUBLISH_AGREEMENTS, agreementsInput(groupId, text, more)))
    .publishAgreements.agreements;
