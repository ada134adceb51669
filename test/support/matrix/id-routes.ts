import { downloadFile, endUpload, sendChunk, uploadProgress } from '../app/upload-files.js';
import { type Requester, send, sendForm } from '../app/client.js';
import { uploadPicture } from '../app/test-pictures.js';
import { voiceAnswers } from '../factories/support/voice-answers.js';
import type { TestSocket } from '../app/sockets.js';

type Ask = (who: Requester, id: string, ear: TestSocket) => Promise<Response>;

const form =
  (path: string, fields: Record<string, string> = {}): Ask =>
  (who, id) =>
    sendForm(who, `/es/join/status/${path}`, { id, ...fields });
const watch =
  (key: string): Ask =>
  async (_who, id, ear) =>
    Response.json(await ear.emit('watch', { [key]: id }));
const upload =
  (kind: string): Ask =>
  async (who, id) => {
    await who.app.db.query(`delete from rate_limit where key like 'upload:%'`);
    return Response.json(await uploadPicture(who, Buffer.from('x'), {}, `${kind}/${id}`));
  };

/**
 * Routes and socket events that take an id, named as in `test/laws/endpoints/route-rows.ts`, with a request that sends this
 * id.
 */
export const ID_ROUTES: Readonly<Record<string, Ask>> = {
  'DELETE /uploads/:id': endUpload,
  'GET /files/:id/:part': (who, id) => downloadFile(who, id),
  'GET /files/avatar/:name/:size': (who, id) => send(who, `/files/avatar/${id}/96`),
  'GET /files/group/:name/:size': (who, id) => send(who, `/files/group/${id}/96`),
  'GET /files/persona/:name/:size': (who, id) => send(who, `/files/persona/${id}/96`),
  'DELETE /uploads/voice-answers/:id': (who, id) => voiceAnswers(who).discard({ id, key: 'x' }),
  'GET /files/case-voice-answers/:id': (who, id) => voiceAnswers(who).readInCase(id),
  'GET /files/voice-answers/:id': (who, id) => voiceAnswers(who).readOwn(id),
  'GET /uploads/voice-answers/:id': (who, id) => voiceAnswers(who).readDraft({ id, key: 'x' }),
  'HEAD /uploads/:id': (who, id) => uploadProgress(who, id),
  'PATCH /uploads/:id': (who, id) => sendChunk(who, id, 0, Buffer.from('x')),
  'POST /:language/join/status/answer': form('answer', { answer: 'x' }),
  'POST /:language/join/status/appeal': form('appeal', { appeal: 'x' }),
  'POST /:language/join/status/delete': form('delete'),
  'POST /:language/join/status/withdraw': form('withdraw'),
  'POST /uploads/group/:groupId': upload('group'),
  'POST /uploads/persona/:membershipId': upload('persona'),
  'emit watch channel': watch('channel'),
  'emit watch organisation': watch('organisation'),
  'emit watch profile': watch('profile'),
};
