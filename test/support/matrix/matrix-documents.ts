import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { INITIAL_CHECKLIST } from '#database/migrations/initial-texts/review-texts.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import { GROUP_INPUT } from '../factories/group-input.js';
import { newSupportTemplate } from '../factories/support/support-templates.js';
import { COALITION_INPUT, uniqueName } from '../factories/coalitions/make-coalitions.js';
import { ORGANISATION_INPUT } from '../factories/make-organisations.js';
import { allOperations } from './operations.js';
import { allIdArguments } from './id-arguments.js';
import type { MatrixFixture } from './matrix-fixture.js';
import { TEST_PASSWORD } from '../app/test-password.js';
import { sanctionReason } from '../factories/moderation-documents.js';
import { EMERGENCY_LINE_INPUT, uniquePhone } from '../factories/emergency-lines.js';
import { APPLICATION_ANSWERS } from '../factories/applicants-and-reviewers.js';
import { askAsGuestInput } from '../factories/support/guests.js';
import { askSupportInput } from '../factories/support-requests.js';
import { CALL_AVAILABILITY } from '../factories/support/calls.js';
import { readRepositoryFile } from '../repository.js';

/** A call of a query or mutation, as the tests of the matrix send it. */
export interface EndpointCall {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
}

const SCHEMA = buildSchema(readRepositoryFile('apps/api/schema.graphql'));
const DOORS = new Map(allOperations().map((door) => [`${door.kind} ${door.name}`, door]));
const ID_DOORS = allIdArguments();

const text = JSON.stringify;
const { access: _access, ...GROUP_TEXT } = GROUP_INPUT;

const partyOf = (subject: SubjectName, id: string) =>
  subject === 'Organisation' ? { organisationId: id } : { groupId: id };

/** A time that nobody offers. */
const CALL_TIME = { startsAt: '2060-01-01T10:00:00.000Z', zone: 'America/Lima' };

const reviewOf = ({ id: applicationId, more }: MatrixFixture) => ({
  ...{ applicationId, recommendation: 'accept', readAs: more?.['readAs'] ?? 'x' },
  ...{ checks: ['identity', 'purpose', 'risk', 'noConflict'], reason: 'Trabajo que se puede ver.' },
});

/** Inputs that the test cannot generate. `place` contains the id of the row. */
/** The outside helper of a case, to whom its requester can consent. */
const helperOf = ({ id: requestId, more }: MatrixFixture) => ({
  ...{ requestId, helperId: more?.['helperId'] ?? crypto.randomUUID() },
});

/** A link of an accepted case. */
const linkOf = ({ id: requestId, more }: MatrixFixture) => ({
  ...{ requestId, linkId: more?.['linkId'] ?? crypto.randomUUID() },
});

/** A task of an accepted case. */
const taskOf = ({ id: requestId, more }: MatrixFixture) => ({
  ...{ requestId, taskId: more?.['taskId'] ?? crypto.randomUUID() },
});

const INPUTS: Readonly<Record<string, (place: MatrixFixture, subject: SubjectName) => object>> = {
  'mutation addTermWord': () => ({
    ...{ term: 'issue:human-rights', language: 'es', word: `palabra ${crypto.randomUUID()}` },
  }),
  'mutation askToAddEmergencyLine': () => ({ ...EMERGENCY_LINE_INPUT, phone: uniquePhone() }),
  'mutation askToChangeEmergencyLine': ({ id: lineId }) => ({
    ...{ ...EMERGENCY_LINE_INPUT, phone: uniquePhone(), lineId, version: 1 },
  }),
  'mutation approveTwoPersonAct': ({ id, more }) => ({ actId: id, hash: more?.['hash'] ?? 'x' }),
  'mutation askToChangeChecklist': ({ more }) => ({
    items: [{ key: 'noConflict', labels: INITIAL_CHECKLIST['noConflict'] }],
    ...{ readAs: more?.['checklist'], reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeExitAddress': () => ({
    ...{ address: 'https://clima.example', reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeCallLinkTemplate': () => ({
    ...{ template: `https://sala.example/${crypto.randomUUID()}-*`, reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeCaseLimits': () => ({
    ...{ open: 2 + Math.floor(Math.random() * 40), urgent: 1, reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeWorkingHours': () => ({
    ...{ zone: 'America/Lima', weekdays: [1], from: Math.floor(Math.random() * 600), to: 1_000 },
    ...{ holidays: [], reason: 'Nuevo horario.' },
  }),
  'mutation askToChangeOperator': () => ({
    ...{ name: 'Red', contact: 'https://red.example', reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeReasonTemplates': ({ more }) => ({
    ...{ items: [], readAs: more?.['templates'], reason: 'Lo acordamos.' },
  }),
  'mutation askToChangeSupportTemplates': ({ more }) => ({
    items: [newSupportTemplate('ask', uniqueName('Texto'))],
    ...{ readAs: more?.['supportTemplates'], reason: 'Lo acordamos.' },
  }),
  'mutation askToGrantDuties': ({ more }) => ({
    ...{ code: more?.['code'] ?? 'x', duties: ['vet'], knownAs: 'Chasca', reason: 'Lo acordamos.' },
  }),
  'mutation askToLengthenRetention': ({ id: channelId }) => ({
    ...{ channelId, retention: 'days30', reason: 'Lo acordamos.' },
  }),
  // Facilitators may not choose history and retention.
  'mutation createChannel': ({ id: groupId }) => ({ groupId, name: 'Canal' }),
  'mutation shortenRetention': ({ id: channelId }) => ({ channelId, retention: 'hours1' }),
  'mutation askToMakeGroupLessPrivate': ({ id: groupId }) => ({
    ...{ groupId, privacy: 'open', reason: 'Lo acordamos.' },
  }),
  'mutation askToOpenMemberList': ({ id: groupId }) => ({ groupId, reason: 'Lo acordamos.' }),
  'mutation makeGroupMorePrivate': ({ id: groupId }) => ({ groupId, privacy: 'hidden' }),
  'mutation askIntroduction': ({ id: personId }) => ({ personId, note: 'Hola.' }),
  'mutation changeAddress': () => ({
    email: `${crypto.randomUUID()}@trama.example`,
    password: TEST_PASSWORD,
  }),
  'mutation askToRemoveMember': ({ id: matterId }) => ({
    ...{ matterId, ...sanctionReason() },
    why: 'Lo hablamos.',
  }),
  'mutation changePassword': () => ({
    currentPassword: TEST_PASSWORD,
    newPassword: 'otra-orilla-más-lejana',
  }),
  'mutation acceptCoalitionInvitation': ({ id: invitationId }) => ({
    ...{ invitationId, shownName: uniqueName('Orilla'), agreementsVersion: 1 },
  }),
  'mutation askToRemoveParticipant': ({ id: participantId }) => ({
    ...{ participantId, reason: 'Lo acordamos.' },
  }),
  'mutation editCoalition': ({ id: coalitionId }) => ({
    ...{ coalitionId, name: 'Cuenca Entera', purpose: 'Cuidar la cuenca.' },
  }),
  'mutation foundCoalition': ({ id }, subject) => ({
    ...{ ...COALITION_INPUT, ...partyOf(subject, id), shownName: 'Orilla' },
  }),
  'mutation giveGrants': ({ id: participantId }) => ({ participantId, personIds: [] }),
  'mutation inviteToCoalition': ({ id: coalitionId }) => ({
    ...{ coalitionId, reason: 'Lo acordamos.' },
  }),
  'mutation nameDelegates': ({ id: participantId }) => ({ participantId, personIds: [] }),
  'mutation takePart': ({ id: grantId }) => ({ grantId, agreementsVersion: 1 }),
  'mutation useCoalitionLink': ({ id, more }, subject) => ({
    ...{ token: more?.['coalitionToken'] ?? 'x', agreementsVersion: 1 },
    ...{ ...partyOf(subject, id), shownName: 'Orilla' },
  }),
  'mutation changeReview': reviewOf,
  'mutation confirmSession': () => ({ password: TEST_PASSWORD }),
  'mutation decideApplication': ({ id: applicationId, more }) => ({
    ...{ applicationId, outcome: 'accept', readAs: more?.['readAs'] ?? 'x' },
  }),
  'mutation deleteAccount': () => ({ password: TEST_PASSWORD }),
  'mutation editGroup': ({ id: groupId }) => {
    const { isListed: _isListed, ...rest } = GROUP_TEXT;
    return { ...rest, groupId };
  },
  'mutation editMessage': ({ id: messageId }) => ({ messageId, body: 'Otra cosa.' }),
  'mutation editOrganisation': ({ id: organisationId }) => ({
    ...ORGANISATION_INPUT,
    organisationId,
  }),
  'mutation foundGroup': () => GROUP_INPUT,
  'mutation foundOrganisation': () => ORGANISATION_INPUT,
  'mutation giveVouch': ({ more }) => ({
    code: more?.['code'] ?? 'x',
    relation: 'Trabajamos juntas.',
    attestations: ['workedTogether'],
  }),
  'mutation handMatter': ({ id: matterId, more }) => ({ matterId, personId: more?.['personId'] }),
  'mutation inviteToGroup': ({ id: groupId, more }) => ({ groupId, personId: more?.['personId'] }),
  'mutation inviteToOrganisation': ({ id: organisationId, more }) => ({
    ...{ organisationId, personId: more?.['personId'] },
  }),
  'mutation askSupport': () => askSupportInput(),
  'mutation askSupportAsGuest': () => askAsGuestInput(),
  'mutation bookIntroductoryCall': ({ id: requestId }) => ({
    ...{ requestId, bookKey: crypto.randomUUID(), ...CALL_TIME },
  }),
  'mutation confirmCasePhrase': ({ id: requestId }) => ({ requestId, words: 'x' }),
  'mutation cancelIntroductoryCall': ({ id: requestId }) => ({ requestId, reason: 'time' }),
  'mutation chooseInterpreter': ({ id: requestId }) => ({
    ...{ requestId, choice: 'agree', interpreterId: crypto.randomUUID() },
  }),
  'mutation volunteerAsInterpreter': () => ({
    name: `Davi ${crypto.randomUUID().slice(0, 8)}`,
  }),
  'mutation findCallTimes': ({ id: requestId }) => ({ requestId, zone: CALL_TIME.zone }),
  'mutation moveIntroductoryCall': ({ id: requestId }) => ({ requestId, ...CALL_TIME }),
  'mutation recordCallOutcome': ({ id: requestId }) => ({
    ...{ requestId, outcome: 'lightTouch', words: 'Empezamos el lunes.' },
  }),
  'mutation setCallAvailability': () => CALL_AVAILABILITY,
  'mutation setSupportRota': () => ({ days: [1], takenKinds: ['care'] }),
  'mutation setCallLink': ({ id: requestId }) => ({ requestId, link: 'https://sala.example/1' }),
  'mutation changeSafeContact': ({ id: requestId }) => ({
    ...{ requestId, safeWay: 'Por radio', times: '' },
  }),
  'mutation askRequester': ({ id: requestId }) => ({ requestId, words: '¿Desde cuándo?' }),
  'mutation answerSupportQuestion': ({ id: requestId, more }) => ({
    ...{ requestId, questionId: more?.['questionId'] ?? crypto.randomUUID(), words: 'Desde ayer.' },
  }),
  'mutation addCaseLink': ({ id: requestId }) => ({
    ...{ requestId, name: 'Plan', url: 'https://pad.example/plan' },
  }),
  'mutation removeCaseLink': (place) => linkOf(place),
  'mutation addCaseTask': ({ id: requestId }) => ({ requestId, text: 'Llamar al proveedor' }),
  'mutation editCaseTask': (place) => ({
    ...{ ...taskOf(place), text: 'Llamar otra vez', readAs: place.more?.['taskReadAs'] ?? '' },
  }),
  'mutation markCaseTask': (place) => ({ ...taskOf(place), isDone: true }),
  'mutation removeCaseTask': (place) => taskOf(place),
  'mutation acceptCaseOffer': ({ id: requestId }) => ({ requestId }),
  'mutation agreeToHelp': ({ id: requestId }) => ({ requestId, name: 'Electricista' }),
  'mutation askHelper': ({ id: requestId }) => ({ requestId, personId: crypto.randomUUID() }),
  'mutation describeHelp': (place) => ({ ...helperOf(place), text: 'Otro texto', days: 3 }),
  'mutation endHelper': (place) => helperOf(place),
  'mutation giveConsent': (place) => ({ ...helperOf(place), hash: 'otro' }),
  'mutation shareCase': (place) => ({ ...helperOf(place), reason: 'Hace falta' }),
  'mutation withdrawConsent': (place) => helperOf(place),
  'mutation acceptPartnerInvitation': ({ id: requestId }) => ({ requestId, name: 'Invitada' }),
  'mutation invitePartner': ({ id: requestId }) => ({
    ...{ requestId, personId: crypto.randomUUID() },
  }),
  'mutation offerOwnership': ({ id: requestId, more }) => ({
    ...{ requestId, partnerId: more?.['nextOwnerId'] ?? crypto.randomUUID() },
  }),
  'mutation removePartner': ({ id: requestId, more }) => ({
    ...{ requestId, partnerId: more?.['partnerId'] ?? crypto.randomUUID() },
  }),
  'mutation agreeToCaseOffer': ({ id: requestId, more }) => ({
    ...{ requestId, supporterId: more?.['offeredId'] ?? crypto.randomUUID() },
  }),
  'mutation offerCase': ({ id: requestId }) => ({
    ...{ requestId, supporterId: crypto.randomUUID(), takesOver: false },
  }),
  'mutation withdrawCaseOffer': ({ id: requestId, more }) => ({
    ...{ requestId, supporterId: more?.['formerlyOfferedId'] ?? crypto.randomUUID() },
  }),
  'mutation excludeSupporters': ({ id: requestId }) => ({ requestId, add: [], remove: [] }),
  'mutation linkDuplicateSupportRequest': ({ id: requestId, more }) => ({
    ...{ requestId, number: Number(more?.['otherNumber'] ?? 1) },
  }),
  'mutation markRead': ({ id: channelId }) => ({ channelId, seq: 0 }),
  'mutation postMessage': ({ id: channelId }) => ({
    ...{ channelId, clientId: crypto.randomUUID(), body: 'Hola.' },
  }),
  'mutation publishAgreements': ({ id: groupId }) => ({
    ...{ groupId, text: `Escuchamos. ${crypto.randomUUID()}`, summary: '', basedOn: 1 },
  }),
  'mutation react': ({ id: messageId }) => ({ messageId, emoji: '👍', isOn: true }),
  'mutation removeReportedContent': ({ id: reportId }) => ({ reportId, ...sanctionReason() }),
  'mutation report': ({ id: subjectId }, subject) => ({
    ...{ subject, subjectId, reason: 'spam', note: 'Insiste en escribirme.' },
  }),
  'mutation reviewApplication': reviewOf,
  'mutation saveSearch': () => ({ name: 'Mía', chips: ['territory:BR'], words: '' }),
  'mutation separateReported': ({ id: reportId, more }) => ({
    ...{ reportId, ...sanctionReason() },
    leaving: [{ groupId: more?.['groupId'] ?? reportId, side: 'reported' }],
  }),
  'mutation setAffiliationAudience': ({ id: affiliationId }) => ({
    ...{ affiliationId, audience: 'members' },
  }),
  'mutation setAllyNote': ({ id: personId }) => ({ personId, text: 'Nota.', version: 0 }),
  'mutation suggestMeeting': ({ id: oneId, more }) => ({
    ...{ oneId, otherId: more?.['other'], line: '' },
  }),
  'mutation suspendReported': ({ id: matterId }) => ({ matterId, hours: 24, ...sanctionReason() }),
  'mutation setPersona': ({ id: membershipId }) => ({ membershipId, name: 'Nube Baja' }),
  'mutation submitApplication': () => APPLICATION_ANSWERS,
  'mutation useGroupLink': ({ more }) => ({ token: more?.['token'] ?? 'x', answer: 'Hola.' }),
  'mutation warnReported': ({ id: matterId }) => ({ matterId, ...sanctionReason() }),
  'query viewAs': () => ({ as: 'member' }),
};

/** Arguments that the test cannot generate, of endpoints without an input. */
const ARGUMENTS: Readonly<Record<string, (place: MatrixFixture, subject: SubjectName) => string>> =
  {
    'mutation describeAttachment': ({ more }) =>
      `id: "${more?.['attachmentId'] ?? 'x'}", text: "Una antena."`,
    'mutation block': ({ id }, subject) => `subject: ${subject}, subjectId: "${id}"`,
    'mutation closeMatter': ({ id }) =>
      `matterId: "${id}", outcome: noBreach, reason: "Lo leímos entre dos."`,
    'query decisionOn': ({ more }) => `applicationId: "${more?.['applicationId'] ?? 'x'}"`,
    'query faces': ({ id }) => `ids: ["${id}"]`,
    'mutation allowAskingWithoutAccount': () => 'isAllowed: false',
    'mutation pauseSupport': () => 'isPaused: false',
    'mutation consentToAgreements': ({ id }) => `groupId: "${id}", version: 1`,
    'query people': ({ more }) => `words: ${text(more?.['words'] ?? 'x')}`,
    'query group': ({ more }) => `slug: ${text(more?.['slug'])}`,
    'mutation renameParticipant': ({ id }) =>
      `participantId: "${id}", shownName: "${uniqueName('Orilla')}"`,
    'mutation declineGrant': ({ id }) => `grantId: "${id}", isDeclined: true`,
    'mutation showMyParticipant': ({ id }) => `grantId: "${id}", isShown: true`,
    'query linkedCoalition': ({ more }) => `token: "${more?.['token'] ?? 'x'}"`,
    'query linkedGroup': ({ more }) => `token: "${more?.['token'] ?? 'x'}"`,
    'query groupMembers': ({ more }) => `groupId: "${more?.['groupId']}"`,
    'query seenInGroup': ({ more }) => `groupId: "${more?.['groupId'] ?? 'x'}"`,
    'query invitationsSent': ({ more }) => `organisationId: "${more?.['organisationId']}"`,
    'query formerMembers': ({ more }) => `groupId: "${more?.['groupId']}"`,
    'query removedMembers': ({ id }) => `groupId: "${id}"`,
    'query joinAnswers': ({ id }) => `joinRequestId: "${id}"`,
    'query endedJoinRequests': ({ more }) => `groupId: "${more?.['groupId']}"`,
    'query joinRequests': ({ more }) => `groupId: "${more?.['groupId']}"`,
    'query organisation': ({ more }) => `slug: ${text(more?.['slug'])}`,
    'query organisationPeople': ({ more }) => `organisationId: "${more?.['organisationId']}"`,
  };

/** Documents that contain more than one field. */
const SIDES = ['asker', 'asked', 'introducer'].map(
  (side) => `${side}: introductions(side: ${side}) { items { id } }`,
);
const DOCUMENTS: Readonly<Record<string, string>> = {
  'query introductions': `query { ${SIDES.join(' ')} }`,
};

/** Selections that return the ids of the listed rows. */
const SELECTIONS: Readonly<Record<string, string>> = {
  'query caseThreads': ' { channelId }',
  'query dutyHolders': ' { duties { id } }',
};

function selectionOf(kind: string, field: string): string {
  const root = kind === 'query' ? SCHEMA.getQueryType() : SCHEMA.getMutationType();
  const named = getNamedType(root!.getFields()[field]!.type);
  if (!isObjectType(named)) return '';
  const fields = named.getFields();
  const items = fields['items'] && getNamedType(fields['items'].type);
  if (isObjectType(items))
    return 'id' in items.getFields() ? ' { items { id } }' : ' { __typename }';
  return 'id' in fields ? ' { id }' : ' { __typename }';
}

/** Whether the endpoint requires an id. */
export const endpointTakesId = (door: string): boolean => DOORS.get(door)!.takesId;

/** Returns the call of an endpoint with the id of this row. */
export function endpointCall(
  door: string,
  place: MatrixFixture,
  subject: SubjectName,
): EndpointCall {
  const [kind, field] = door.split(' ') as ['query' | 'mutation', string];
  if (DOCUMENTS[door]) return { document: DOCUMENTS[door] };
  const selection = SELECTIONS[door] ?? selectionOf(kind, field);
  if (INPUTS[door]) {
    const root = kind === 'query' ? SCHEMA.getQueryType() : SCHEMA.getMutationType();
    const [input] = root!.getFields()[field]!.args;
    const document = `${kind} ($input: ${String(input!.type)}) { ${field}(input: $input)${selection} }`;
    return { document, variables: { input: INPUTS[door](place, subject) } };
  }
  if (ARGUMENTS[door])
    return { document: `${kind} { ${field}(${ARGUMENTS[door](place, subject)})${selection} }` };
  const named = ID_DOORS.find(({ name }) => name.startsWith(`${door} `));
  const document = DOORS.get(door)!.takesId ? named!.document(place.id) : DOORS.get(door)!.document;
  return { document: document.replace(/ \{ __typename \} \}$/, `${selection} }`) };
}
