import { SECOND } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  matterDocument,
  ANSWER_NOTICE,
  APPEAL_NOTICE,
  OPEN_MATTER,
  MY_NOTICES,
  makeReportedProfile,
  claimAndSuspend,
  TALK_TO_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { signInAgain } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

it.each(['closed', 'closed and appealed'])(
  "a reply to a moderator's notice is rejected once its matter is %s, because no moderator would read it",
  async (how) => {
    const { ben, mo, ma, id } = await makeReportedProfile(app);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    const talk = async (words: string): Promise<string> =>
      (await apiAs(mo).ask(TALK_TO_REPORTED, { input: { matterId: id, words } })).talkToReported.id;
    const [first, second] = [await talk('¿Qué pasó?'), await talk('¿Y ahora?')];
    app.clock.move(31 * SECOND);
    const answer = (noticeId: string) => ({ input: { noticeId, words: 'No sabía.' } });
    expect(await apiAs(ben).code(ANSWER_NOTICE, answer(first))).toBe('OK');
    const noticeId = await claimAndSuspend(mo, id);
    await apiAs(mo).ask(matterDocument('closeMatter'), { id });
    const late = await signInAgain(ben);
    if (how !== 'closed') await apiAs(late).ask(APPEAL_NOTICE, answer(noticeId));
    await expect(apiAs(late).ask(ANSWER_NOTICE, answer(second))).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'notice.closed',
    });
    const { myNotices } = await apiAs(late).ask(MY_NOTICES);
    expect(myNotices.find((notice: { id: string }) => notice.id === second)).toMatchObject({
      ...{ answer: null, answeredAt: null },
      viewerCan: expect.not.arrayContaining(['answer']),
    });
    if (how === 'closed') return;
    await apiAs(ma).ask(matterDocument('claimMatter'), { id });
    const { acts } = (await apiAs(ma).ask(OPEN_MATTER, { id })).openMatter;
    expect(acts.map((one: { answer: string | null }) => one.answer)).toEqual([
      ...['No sabía.', null, null],
    ]);
  },
);
