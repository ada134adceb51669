import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Requester, send } from '../../app/client.js';
import { readVoiceNote } from '../../app/canary-files.js';
import { nextNode } from '../../app/next-node.js';

/** An unsent voice note, as the upload returns it. */
export interface DraftNote {
  readonly id: string;
  readonly key: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly expiresAt: string;
}
type NoteKey = Pick<DraftNote, 'id' | 'key'>;

const keyHeader = ({ key }: NoteKey) => ({ 'x-trama-voice-key': key });

/** Uploads and downloads of voice notes of requests for support. */
export const voiceAnswers = (who: Requester) => ({
  upload(bytes: Buffer = readVoiceNote(), headers: Record<string, string> = {}): Promise<Response> {
    const { url, origin } = nextNode(who.app);
    return fetch(`${url}/uploads/voice-answers`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/octet-stream', origin },
        ...(who.cookie && { cookie: who.cookie }),
        ...headers,
      },
      body: new Uint8Array(bytes),
    });
  },
  /** Uploads a note of 2.5 seconds. */
  async make(bytes?: Buffer): Promise<DraftNote> {
    const answer = await voiceAnswers(who).upload(bytes);
    if (answer.status !== 200) throw new Error(`voice note: ${await answer.text()}`);
    return (await answer.json()) as DraftNote;
  },
  readDraft: (note: NoteKey) =>
    send(who, `/uploads/voice-answers/${note.id}`, { headers: keyHeader(note) }),
  discard: (note: NoteKey) =>
    send(who, `/uploads/voice-answers/${note.id}`, { method: 'DELETE', headers: keyHeader(note) }),
  readOwn: (id: string) => send(who, `/files/voice-answers/${id}`),
  readInCase: (id: string, method = 'GET') =>
    send(who, `/files/case-voice-answers/${id}`, { method }),
  /**
   * Begins an upload that sends one byte and then nothing. `refusal` ends with the response. Local addresses like
   * 127.0.0.2 are different networks.
   */
  uploadSlowly(length: number, localAddress = '127.0.0.1') {
    const { url, origin } = nextNode(who.app);
    const headers = {
      ...{ 'content-type': 'application/octet-stream', 'content-length': length, origin },
    };
    const sending = request(`${url}/uploads/voice-answers`, {
      ...{ method: 'POST', headers, localAddress },
    });
    sending.on('error', () => undefined).write('x');
    const refusal = once(sending, 'response').then(async ([answer]) => {
      const { reason } = (await json(answer as IncomingMessage)) as { reason: string };
      return reason;
    });
    return { refusal, end: () => sending.destroy() };
  },
  /** Uploads a note from an address. Returns the status of the response. */
  async uploadWhole(bytes: Buffer, localAddress: string): Promise<number> {
    const { url, origin } = nextNode(who.app);
    const headers = { 'content-type': 'application/octet-stream', origin };
    const sending = request(`${url}/uploads/voice-answers`, {
      ...{ method: 'POST', headers, localAddress },
    });
    sending.end(bytes);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode!;
  },
});

/** The input of a note that answers a question. */
export const voiceInput = ({ id, key }: NoteKey, question: 'goal' | 'tried' = 'goal') => ({
  ...{ question, note: id, key },
});
