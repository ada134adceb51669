import { MessageSearchService } from '#channels/search/message-search.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { SEARCH_MESSAGES } from '../../support/messages/message-search.js';

const app = useApp();

describe('message searches while the index is locked', () => {
  let service: MessageSearchService;
  let usual: number;
  let letGo: () => Promise<unknown>;
  beforeEach(async () => {
    service = app.get(MessageSearchService);
    usual = service.longestMs;
    const client = await app.db.connect();
    await client.query('begin; lock table message_words in access exclusive mode');
    letGo = () => client.end();
  });
  afterEach(() => {
    service.longestMs = usual;
    return letGo();
  });

  it('run one at a time per account; a few more wait, and the rest are refused', async () => {
    const { ada, ben } = await makeChannelWithMessage(app);
    service.longestMs = 60_000;
    const refused: string[] = [];
    const asked: Promise<unknown>[] = [];
    await new Promise<void>((go) => {
      for (let n = 0; n < 7; n++)
        asked.push(
          apiAs(ada)
            .ask(SEARCH_MESSAGES, { text: `agua${n}` })
            .catch(({ reason }) => refused.push(reason) === 2 && go()),
        );
    });
    const other = apiAs(ben).code(SEARCH_MESSAGES, { text: 'agua' });
    await letGo();
    await Promise.all(asked);
    expect(refused).toEqual(['search.busy', 'search.busy']);
    expect(await other).toBe('OK');
  });

  it('count ten times in the rate limit if they time out', async () => {
    const { ada } = await makeChannelWithMessage(app);
    service.longestMs = 20;
    const reasons: string[] = [];
    for (let n = 0; n < 11; n++)
      await apiAs(ada)
        .ask(SEARCH_MESSAGES, { text: 'agua' })
        .catch(({ reason }) => reasons.push(reason));
    const heavy = Array.from({ length: 10 }, () => 'search.tooHeavy');
    expect(reasons).toEqual([...heavy, 'search.tooMany']);
  });
});
