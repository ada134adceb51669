import { apiAs, type Requester } from '../../app/client.js';
import { supportInputDocument } from '../support-requests.js';

const LIST = `query ($id: ID!) { caseLinks(id: $id) {
  id name url authorName isBySupporter isByRequester isOwn } }`;
const ADD = supportInputDocument('addCaseLink', 'AddCaseLinkInput');
const REMOVE = supportInputDocument('removeCaseLink', 'CaseLinkInput');
const URL = 'https://pad.example/plan';

interface LinkOfCase {
  readonly requestId: string;
  readonly linkId: string;
}

/** Actions of a person on the links of a case. */
export const linkActions = (who: Requester) => ({
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  list: async (id: string): Promise<any[]> => (await apiAs(who).ask(LIST, { id })).caseLinks,
  /** Returns the id of the new link. */
  async add(requestId: string, name = 'Plan', url = URL): Promise<string> {
    const ids = async () => (await linkActions(who).list(requestId)).map(({ id }) => id as string);
    const before = await ids();
    await apiAs(who).ask(ADD, { input: { requestId, name, url } });
    return (await ids()).find((id) => !before.includes(id))!;
  },
  /** Adds a link in one request, without reading the links. */
  addNamed: (requestId: string, name: string) =>
    apiAs(who).ask(ADD, { input: { requestId, name, url: URL } }),
  addCode: (requestId: string, url = URL) =>
    apiAs(who).code(ADD, { input: { requestId, name: 'Plan', url } }),
  remove: (of: LinkOfCase) => apiAs(who).ask(REMOVE, { input: { ...of } }),
  removeCode: (of: LinkOfCase) => apiAs(who).code(REMOVE, { input: { ...of } }),
  /** The answers to reading, adding and removing. */
  codes: async (of: LinkOfCase): Promise<string[]> => [
    await apiAs(who).code(LIST, { id: of.requestId }),
    await linkActions(who).addCode(of.requestId),
    await linkActions(who).removeCode(of),
  ],
});
