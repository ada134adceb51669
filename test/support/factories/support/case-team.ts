import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester } from '../../app/client.js';
import { DAY } from '#kernel/clock.js';
import type { Person } from '../make-people.js';
import { makeSupporter, supportDocument, supportInputDocument } from '../support-requests.js';

const CASE_TEAM = `query ($id: ID!) { caseTeam(id: $id) {
  members { supporter { id workName } isLead wouldLead }
  offers { supporter { id workName } takesOver acceptableFrom endsAt isAgreed } } }`;
const CASE_OFFERS = `{ caseOffers {
  id number kind isUrgent languages createdAt takesOver leadName acceptableFrom endsAt } }`;

const offerDocument = supportInputDocument('offerCase', 'OfferCaseInput');
const agreeDocument = supportInputDocument('agreeToCaseOffer', 'CaseSupporterInput');
const acceptDocument = supportInputDocument('acceptCaseOffer', 'AcceptCaseOfferInput');

/** Actions of the people of a case on its supporters. */
export const teamActions = (who: Requester) => {
  const offerInput = (requestId: string, supporterId: string, takesOver: boolean) => ({
    input: { requestId, supporterId, takesOver },
  });
  return {
    // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
    team: async (id: string): Promise<any> => (await apiAs(who).ask(CASE_TEAM, { id })).caseTeam,
    teamCode: (id: string) => apiAs(who).code(CASE_TEAM, { id }),
    names: async (id: string): Promise<string[]> =>
      (await teamActions(who).team(id)).members.map(
        (one: { supporter: { workName: string } }) => one.supporter.workName,
      ),
    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    offers: async (): Promise<any[]> => (await apiAs(who).ask(CASE_OFFERS)).caseOffers,
    offer: (requestId: string, supporterId: string, takesOver = false) =>
      apiAs(who).ask(offerDocument, offerInput(requestId, supporterId, takesOver)),
    withdraw: (requestId: string, supporterId: string) =>
      apiAs(who).ask(supportInputDocument('withdrawCaseOffer', 'CaseSupporterInput'), {
        input: { requestId, supporterId },
      }),
    agree: (requestId: string, supporterId: string) =>
      apiAs(who).ask(agreeDocument, { input: { requestId, supporterId } }),
    agreeCode: (requestId: string, supporterId: string) =>
      apiAs(who).code(agreeDocument, { input: { requestId, supporterId } }),
    accept: (requestId: string, wouldLead = false) =>
      apiAs(who).ask(acceptDocument, { input: { requestId, wouldLead } }),
    acceptCode: (requestId: string) => apiAs(who).code(acceptDocument, { input: { requestId } }),
    decline: (id: string) => apiAs(who).ask(supportDocument('declineCaseOffer'), { id }),
    leave: (id: string) => apiAs(who).ask(supportDocument('leaveSupportCase'), { id }),
  };
};

interface CasePeople {
  readonly supporter: Requester;
  readonly requester: Requester;
  readonly requestId: string;
}

/** Adds a supporter to a case, with the agreement of its requester. */
export async function joinSupporter(
  app: TestApp,
  { supporter, requester, requestId }: CasePeople,
  wouldLead = false,
) {
  const joining = await makeSupporter(app);
  await teamActions(supporter).offer(requestId, joining.supporterId);
  await teamActions(requester).agree(requestId, joining.supporterId);
  await teamActions(joining).accept(requestId, wouldLead);
  return joining;
}

/** The id of the last part of a person in a case, by which its side reports a supporter. */
export async function partIdOf({ app, accountId }: Person, requestId: string): Promise<string> {
  const [part] = await app.db.query<{ id: string }>(
    'select id from participation where case_id = $1 and account_id = $2 order by created_at desc limit 1',
    [requestId, accountId],
  );
  return part!.id;
}

/** Longer than the time that a requester has before an offer can be accepted. */
export const AFTER_NOTICE = DAY + 1;
