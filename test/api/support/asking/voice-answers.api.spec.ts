import { CleanerService } from '#cleaning/cleaner.service.js';
import { FilesService } from '#files/files.service.js';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../../support/app/app.js';
import { readVoiceNote, voiceNoteOf } from '../../../support/app/canary-files.js';
import { apiAs, type Requester } from '../../../support/app/client.js';
import { greenPicture, storedFilePaths } from '../../../support/app/test-pictures.js';
import { uploadResult } from '../../../support/app/upload-files.js';
import { makePerson } from '../../../support/factories/make-people.js';
import {
  joinSide,
  offerCaseToSide,
  partnerActions,
} from '../../../support/factories/support/case-partners.js';
import {
  allowAskingWithoutAccount,
  ASK_AS_GUEST,
  askAsGuest,
  askAsGuestInput,
  useGuestAsking,
} from '../../../support/factories/support/guests.js';
import {
  type DraftNote,
  voiceAnswers,
  voiceInput,
} from '../../../support/factories/support/voice-answers.js';
import { makeVisibleProfile } from '../../../support/factories/visible-profiles.js';
import {
  ASK_SUPPORT,
  askForSupport,
  askSupportInput,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';

const app = useApp({ TRAMA_WORKER: '0' });
useGuestAsking(app);
/** Each test begins without notes and without files. */
afterEach(async () => {
  await app.db.query('delete from voice_answer');
  app.clock.move(2 * HOUR);
  await app.get(FilesService).sweep();
  app.clock.set(new Date());
});

const anybody = { app };
const member = () => makePerson(app, 'nayra', 'member');
const refusalOf = async (answer: Response | Promise<Response>) => {
  const { status, code, reason } = await uploadResult(await answer);
  return { status, code, reason };
};
const bytesOf = async (answer: Promise<Response>) =>
  Buffer.from(await (await answer).arrayBuffer());
const statusOf = async (answer: Promise<Response>) => (await answer).status;
const ask = async (who: Requester, note: DraftNote, said: object = {}) =>
  askForSupport(who, { goal: '', voices: [voiceInput(note)], ...said });
const notes = () => app.db.query<{ id: string }>('select id from voice_answer');

/** A member with a request that has a voice note, and a supporter who may take it. */
async function askWithVoice() {
  const [supporter, requester] = [await makeSupporter(app), await member()];
  const note = await voiceAnswers(requester).make();
  const requestId = await ask(requester, note);
  return { supporter, requester, note, requestId };
}

describe('a voice note that was not sent', () => {
  it('a member uploads it, hears it with its key, and deletes it', async () => {
    await makeSupporter(app);
    const who = await member();
    const note = await voiceAnswers(who).make();
    expect(note).toMatchObject({ seconds: 2.5, bytes: expect.any(Number) });
    expect(Date.parse(note.expiresAt) - app.clock.now().getTime()).toBeLessThanOrEqual(DAY);
    const answer = await voiceAnswers(who).readDraft(note);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/webm']);
    expect((await answer.arrayBuffer()).byteLength).toBe(note.bytes);
    for (const wrong of [
      { ...note, key: note.key.toUpperCase() },
      { ...note, key: 'x' },
    ]) {
      expect(await statusOf(voiceAnswers(who).readDraft(wrong))).toBe(404);
      expect(await statusOf(voiceAnswers(who).discard(wrong))).toBe(404);
    }
    expect(await statusOf(voiceAnswers(who).discard(note))).toBe(204);
    expect(await statusOf(voiceAnswers(who).readDraft(note))).toBe(404);
    expect(storedFilePaths(anybody)).toEqual([]);
  });

  it('an applicant uploads one, and accounts that cannot ask for support do not', async () => {
    await makeSupporter(app);
    const applicant = await makePerson(app, 'nayra', 'applicant');
    expect(await statusOf(voiceAnswers(applicant).upload())).toBe(200);
    for (const kind of ['suspended', 'administrator', 'auditor'] as const) {
      const who = await makePerson(app, 'nayra', kind);
      expect(await refusalOf(voiceAnswers(who).upload())).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('no other account can hear, delete or send it, even with its key', async () => {
    await makeSupporter(app);
    const [who, other] = [await member(), await member()];
    const note = await voiceAnswers(who).make();
    for (const one of [other, anybody]) {
      expect(await statusOf(voiceAnswers(one).readDraft(note))).toBe(404);
      expect(await statusOf(voiceAnswers(one).discard(note))).toBe(404);
    }
    await expect(ask(other, note)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.voiceGone' },
    });
    expect(await ask(who, note)).toEqual(expect.any(String));
  });

  it('refuses what is too large before it reads it, too long, or no voice note', async () => {
    await makeSupporter(app);
    const who = await member();
    const clean = jest.spyOn(app.get(CleanerService), 'clean');
    const large = voiceAnswers(who).upload(Buffer.alloc(30 * 1024 * 1024));
    // The connection closes while the client still sends.
    const refused = await refusalOf(large).catch(() => 'closed');
    expect([
      { status: 400, code: 'INVALID', reason: 'support.voiceTooLarge' },
      'closed',
    ]).toContainEqual(refused);
    const slightly = await refusalOf(voiceAnswers(who).upload(Buffer.alloc(5 * 1024 * 1024 + 1)));
    expect(slightly).toMatchObject({ reason: 'support.voiceTooLarge' });
    expect(clean).not.toHaveBeenCalled();
    clean.mockRestore();
    const reasonOf = async (bytes: Buffer) =>
      (await refusalOf(voiceAnswers(who).upload(bytes))).reason;
    expect(await reasonOf(await voiceNoteOf(310))).toBe('support.voiceTooLong');
    for (const wrong of [
      await greenPicture(50).jpeg().toBuffer(),
      ...[Buffer.from('x'), Buffer.alloc(0), readVoiceNote().subarray(0, 200)],
    ])
      expect(await reasonOf(wrong)).toBe('support.voiceNotAccepted');
    expect(storedFilePaths(anybody)).toEqual([]);
    expect(await statusOf(voiceAnswers(who).upload(await voiceNoteOf(299)))).toBe(200);
  }, 60_000);

  it('refuses it while asking is paused, and another account’s page', async () => {
    const who = await member();
    await app.db.query('update instance set support_paused_at = now()');
    expect(await refusalOf(voiceAnswers(who).upload())).toMatchObject({ reason: 'support.paused' });
    await app.db.query('update instance set support_paused_at = null');
    await makeSupporter(app);
    const asOther = { 'x-trama-account': crypto.randomUUID() };
    const refused = await refusalOf(voiceAnswers(who).upload(readVoiceNote(), asOther));
    expect(refused).toMatchObject({ reason: 'session.otherAccount' });
    expect(await statusOf(voiceAnswers(who).upload())).toBe(200);
  });

  it('an unsent note is deleted after a day, and when its owner deletes the account', async () => {
    await makeSupporter(app);
    const [who, other] = [await member(), await member()];
    const note = await voiceAnswers(who).make();
    await voiceAnswers(other).make();
    await app.db.write(() => app.get(AccountDeletionService).end(other.accountId));
    expect(await notes()).toEqual([{ id: note.id }]);
    app.clock.move(DAY - MINUTE);
    await app.get(RetentionService).run('unsentVoiceAnswer');
    expect(await notes()).toHaveLength(1);
    app.clock.move(2 * MINUTE);
    await app.get(RetentionService).run('unsentVoiceAnswer');
    expect(await notes()).toEqual([]);
    await app.get(FilesService).sweep();
    expect(storedFilePaths(anybody)).toEqual([]);
    await expect(ask(who, note)).rejects.toMatchObject({ reason: 'support.voiceGone' });
  });
});

describe('a voice note of a request', () => {
  it('answers a question instead of text; the requester hears it, and a supporter after they claimed the request', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    const shown = [{ id: note.id, question: 'goal', seconds: 2.5 }];
    const own = await requesterActions(requester).one(requestId);
    expect(own.content).toMatchObject({ goal: null, voices: shown });
    const heard = await bytesOf(voiceAnswers(requester).readOwn(note.id));
    expect(heard.byteLength).toBe(note.bytes);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(404);
    const file = await supporterActions(supporter).claimAndOpen(requestId);
    expect(file.content.voices).toEqual(shown);
    expect(await bytesOf(voiceAnswers(supporter).readInCase(note.id))).toEqual(heard);
    await supporterActions(supporter).release(requestId);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(404);
    for (const who of [await makeSupporter(app), await member(), requester])
      expect(await statusOf(voiceAnswers(who).readInCase(note.id))).toBe(404);
    for (const who of [supporter, await member()])
      expect(await statusOf(voiceAnswers(who).readOwn(note.id))).toBe(404);
  });

  it('hearing it counts as opening the case', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    await supporterActions(supporter).claim(requestId);
    // The headers alone open nothing, and only a person who may hear the note gets them.
    const stranger = voiceAnswers(await makeSupporter(app));
    expect(await statusOf(stranger.readInCase(note.id, 'HEAD'))).toBe(404);
    const head = await voiceAnswers(supporter).readInCase(note.id, 'HEAD');
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'audio/webm']);
    expect(await requesterActions(requester).openings(requestId)).toEqual([]);
    for (let n = 0; n < 2; n += 1)
      expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(200);
    const openings = await requesterActions(requester).openings(requestId);
    expect(openings.map(({ reason }) => reason)).toEqual(['triage']);
  });

  it('a supporter who becomes recused hears it no longer', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    await supporterActions(supporter).take(requestId);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(200);
    await app.db.write(() =>
      app.get(AlliancesService).start(supporter.accountId, requester.accountId),
    );
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(404);
  });

  it('a supporter hears it no longer once their claim is over', async () => {
    const { supporter, note, requestId } = await askWithVoice();
    await supporterActions(supporter).claim(requestId);
    app.clock.move(20 * MINUTE);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(200);
    app.clock.move(11 * MINUTE);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(404);
  });

  it('a requester who hands the case over takes it along', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    await supporterActions(supporter).take(requestId);
    await makeVisibleProfile(requester);
    const ona = await joinSide(app, { requester, requestId });
    await offerCaseToSide({ requester, requestId });
    expect(await statusOf(voiceAnswers(requester).readOwn(note.id))).toBe(200);
    await partnerActions(ona).acceptOwnership(requestId);
    for (const who of [ona, requester])
      expect(await statusOf(voiceAnswers(who).readOwn(note.id))).toBe(404);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(404);
    expect((await requesterActions(ona).one(requestId)).content.voices).toEqual([]);
    expect(storedFilePaths(anybody)).toEqual([]);
  });

  it('belongs to one request: it cannot be deleted as a draft or sent again', async () => {
    const { requester, note, requestId } = await askWithVoice();
    await expect(ask(requester, note)).rejects.toMatchObject({ reason: 'support.voiceGone' });
    expect(await statusOf(voiceAnswers(requester).readDraft(note))).toBe(404);
    expect(await statusOf(voiceAnswers(requester).discard(note))).toBe(404);
    expect((await requesterActions(requester).one(requestId)).content.voices).toHaveLength(1);
  });

  it('sending the same request again returns the first, and other notes are another request', async () => {
    await makeSupporter(app);
    const who = await member();
    const [one, other] = [await voiceAnswers(who).make(), await voiceAnswers(who).make()];
    const input = askSupportInput({ voices: [voiceInput(one)] });
    const id = await askForSupport(who, input);
    expect(await askForSupport(who, input)).toBe(id);
    const changed = askForSupport(who, { ...input, voices: [voiceInput(other)] });
    await expect(changed).rejects.toMatchObject({ reason: 'support.sentAlready' });
  });

  it('a refused request leaves its notes unsent, and takes one for each question', async () => {
    await makeSupporter(app);
    const who = await member();
    const [one, other] = [await voiceAnswers(who).make(), await voiceAnswers(who).make()];
    for (const voices of [
      [voiceInput(one), voiceInput(other)],
      [voiceInput(one), voiceInput(one, 'tried')],
      [{ ...voiceInput(one), note: 'x' }],
    ])
      expect(await apiAs(who).code(ASK_SUPPORT, { input: askSupportInput({ voices }) })).toBe(
        'INVALID',
      );
    const unknown = askForSupport(who, { excludedIds: [one.id], voices: [voiceInput(one)] });
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await askForSupport(who, { voices: [voiceInput(one), voiceInput(other, 'tried')] });
    const { voices } = (await requesterActions(who).one(id)).content;
    expect(voices.map(({ question }: { question: string }) => question)).toEqual(['goal', 'tried']);
  });

  it('a duplicate keeps its notes for the supporter of the case in which it continues', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    const goesOn = await askForSupport(requester);
    await supporterActions(supporter).claimAndOpen(goesOn);
    await supporterActions(supporter).claimAndOpen(requestId);
    const { number } = await requesterActions(requester).one(goesOn);
    await supporterActions(supporter).linkDuplicate(requestId, number);
    const { duplicates } = await supporterActions(supporter).open(goesOn);
    expect(duplicates[0].content.voices).toMatchObject([{ id: note.id }]);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(200);
    expect(await statusOf(voiceAnswers(requester).readOwn(note.id))).toBe(200);
  });

  it('the export of the requester names it, without its key', async () => {
    const { requester, note } = await askWithVoice();
    const exported = JSON.stringify(await app.get(DataExportService).read(requester.accountId));
    expect(exported).toContain(note.id);
    expect(exported).not.toContain(note.key);
  });

  it('nothing of it remains after its requester deletes the request', async () => {
    const { requester, note, requestId } = await askWithVoice();
    expect(storedFilePaths(anybody)).toHaveLength(1);
    await requesterActions(requester).delete(requestId);
    expect(await statusOf(voiceAnswers(requester).readOwn(note.id))).toBe(404);
    expect(await notes()).toEqual([]);
    expect(storedFilePaths(anybody)).toEqual([]);
  });

  it('nothing of it remains after the case was destroyed', async () => {
    const { supporter, requester, note, requestId } = await askWithVoice();
    await supporterActions(supporter).take(requestId);
    await supporterActions(supporter).close(requestId);
    app.clock.move(90 * DAY + HOUR);
    await app.get(RetentionService).run('case');
    expect(await notes()).toEqual([]);
    await app.get(FilesService).sweep();
    expect(storedFilePaths(anybody)).toEqual([]);
    expect(await statusOf(voiceAnswers(requester).readOwn(note.id))).not.toBe(200);
  });
});

describe('a voice note without an account', () => {
  const askWith = (note: DraftNote, said: Record<string, unknown> = {}) =>
    askAsGuest(app, { voices: [voiceInput(note)], ...said });

  it('a person sends it with their request and hears it in their case, and the supporter hears it', async () => {
    const supporter = await makeSupporter(app);
    const note = await voiceAnswers(anybody).make();
    expect(await statusOf(voiceAnswers(anybody).readDraft(note))).toBe(200);
    const guest = await askWith(note);
    expect(await statusOf(voiceAnswers(guest).readOwn(note.id))).toBe(200);
    expect(await statusOf(voiceAnswers(anybody).readOwn(note.id))).toBe(401);
    expect(await statusOf(voiceAnswers(anybody).readDraft(note))).toBe(404);
    await supporterActions(supporter).claimAndOpen(guest.requestId);
    expect(await statusOf(voiceAnswers(supporter).readInCase(note.id))).toBe(200);
    await requesterActions(guest).delete(guest.requestId);
    expect(await notes()).toEqual([]);
    expect(storedFilePaths(anybody)).toEqual([]);
  });

  it('refuses it until an administrator allows asking without an account', async () => {
    await makeSupporter(app);
    await allowAskingWithoutAccount(app, false);
    expect(await refusalOf(voiceAnswers(anybody).upload())).toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.accountNeeded' },
    });
    await allowAskingWithoutAccount(app);
    expect(await statusOf(voiceAnswers(anybody).upload())).toBe(200);
  });

  it('a person without an account sends the note with its key, and a member with the same key does not', async () => {
    await makeSupporter(app);
    const note = await voiceAnswers(anybody).make();
    const input = askAsGuestInput({ voices: [{ ...voiceInput(note), key: note.key.slice(1) }] });
    await expect(apiAs(anybody).ask(ASK_AS_GUEST, { input })).rejects.toMatchObject({
      reason: 'support.voiceGone',
    });
    await expect(ask(await member(), note)).rejects.toMatchObject({ reason: 'support.voiceGone' });
    expect((await askWith(note)).requestId).toEqual(expect.any(String));
  });

  it('a request that the device sends again with another note replaces the first', async () => {
    const supporter = await makeSupporter(app);
    const [one, kept, other] = [
      await voiceAnswers(anybody).make(),
      await voiceAnswers(anybody).make(),
      await voiceAnswers(anybody).make(),
    ];
    const input = askAsGuestInput();
    const { requestId } = await askAsGuest(app, {
      ...{ ...input, voices: [voiceInput(one), voiceInput(kept, 'tried')] },
    });
    const again = { ...input, voices: [voiceInput(kept, 'tried'), voiceInput(other)] };
    const guest = await askAsGuest(app, again);
    expect(guest.requestId).toBe(requestId);
    const { content } = await supporterActions(supporter).claimAndOpen(requestId);
    expect(content.voices.map(({ id }: { id: string }) => id)).toEqual([kept.id, other.id]);
    expect(await statusOf(voiceAnswers(guest).readOwn(one.id))).toBe(404);
    expect(await statusOf(voiceAnswers(guest).readOwn(other.id))).toBe(200);
    expect(storedFilePaths(anybody)).toHaveLength(2);
  });

  it('refuses the twenty-first note of a network in a day, and nobody with an account', async () => {
    await makeSupporter(app);
    for (let n = 0; n < 20; n += 1) await voiceAnswers(anybody).upload(Buffer.from('x'));
    expect(await refusalOf(voiceAnswers(anybody).upload())).toMatchObject({
      ...{ status: 429, code: 'TOO_MANY', reason: 'support.voicesFromHere' },
    });
    // The delay of everybody without an account depends on stored notes only.
    const all = `select points from rate_limit where key like 'guestVoices:%' order by expire desc limit 1`;
    expect(await app.db.query(all)).toEqual([{ points: 0 }]);
    expect(await statusOf(voiceAnswers(await member()).upload())).toBe(200);
    app.clock.move(DAY);
    expect(await statusOf(voiceAnswers(anybody).upload())).toBe(200);
  }, 60_000);
});
