import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  consentTo,
  helperActions,
  makeWillingHelper,
} from '../../support/factories/support/case-helpers.js';
import { makeSupporter, supporterActions } from '../../support/factories/support-requests.js';
import { makeCase } from '../../support/messages/case-threads.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Everything that the page of the act shows to the supporter who asked. */
const actOf = async (who: Requester, id: string) =>
  (await apiAs(who).ask('query ($id: ID!) { twoPersonAct(id: $id) { state missingDuty } }', { id }))
    .twoPersonAct;

describe('sharing a case whose only other supporter is recused from it', () => {
  it.each(['excluded by the requester', 'recused from a case of the same requester'])(
    'waits for a supporter who may approve, and says that none is left: %s',
    async (why) => {
      const other = await makeSupporter(app);
      const isExcluded = why.startsWith('excluded');
      const said = { excludedIds: isExcluded ? [other.supporterId] : [] };
      const made = await makeCase(app, { said });
      if (!isExcluded)
        await app.db.query(`insert into case_recusal (request_id, account_id) values ($1, $2)`, [
          made.requestId,
          other.accountId,
        ]);
      await app.db.query(`delete from duty where name = 'support' and account_id <> all($1)`, [
        [made.supporter.accountId, other.accountId],
      ]);
      const { helper, of } = await makeWillingHelper(app, made);
      await consentTo(made, of);
      const { id, hash } = await helperActions(made.supporter).share(of);
      expect(await actOf(made.supporter, id)).toEqual({ state: 'waiting', missingDuty: 'support' });
      expect(await helperActions(other).actCode(id)).toBe('NOT_FOUND');
      expect(await helperActions(other).approveCode(id, hash)).toBe('NOT_FOUND');
      expect(await helperActions(helper).cases()).toMatchObject([{ text: null, channelId: null }]);

      const approver = await makeSupporter(app);
      expect(await actOf(made.supporter, id)).toEqual({ state: 'waiting', missingDuty: null });
      await helperActions(approver).approve(id, hash);
      expect(await actOf(made.supporter, id)).toMatchObject({ state: 'approved' });
      expect(await helperActions(helper).cases()).toMatchObject([
        { channelId: expect.any(String) },
      ]);
      expect(await supporterActions(other).ids()).not.toContain(made.requestId);
    },
  );
});
