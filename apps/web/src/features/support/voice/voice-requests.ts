import type { QueuedForm } from '../../../lib/device/form-queue';
import { accountHeader, restartPage } from '../../../lib/device/page-account';
import { setServerReached } from '../../../lib/server/connection';
import { isOtherAccount, type RequestProblem, problemFromBody } from '../../../lib/server/errors';
import type { LoadedNote } from './voice-parts';

export type VoiceQuestion = 'goal' | 'tried';

/** An unsent note. The server opens it only with the key, which it stores when the request is sent. */
export interface DraftVoice {
  readonly question: VoiceQuestion;
  readonly id: string;
  readonly key: string;
  readonly seconds: number;
  /** When the server deletes the note. */
  readonly expiresAt: string;
}

const UPLOADS = '/uploads/voice-answers';
const keyHeader = ({ key }: Pick<DraftVoice, 'key'>) => ({ 'x-trama-voice-key': key });

/** The bytes of notes that were recorded on this page, by id. */
const recorded = new Map<string, Blob>();

/** Uploads a recording. `onProgress` receives the uploaded share from 0 to 1. */
export function uploadVoice(
  question: VoiceQuestion,
  blob: Blob,
  onProgress: (part: number) => void,
): Promise<DraftVoice | RequestProblem> {
  return new Promise((done) => {
    // fetch does not report upload progress.
    const request = new XMLHttpRequest();
    request.open('POST', UPLOADS);
    const headers = { 'content-type': 'application/octet-stream', ...accountHeader() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status !== 200) return done(problemOf(request.response));
      const { id, key, seconds, expiresAt } = request.response as DraftVoice;
      recorded.set(id, blob);
      done({ question, id, key, seconds, expiresAt });
    };
    request.onerror = () => done({ code: 'OFFLINE', fields: {} });
    request.send(blob);
  });
}

function problemOf(body: unknown): RequestProblem {
  const refused = problemFromBody((body ?? {}) as Partial<RequestProblem>);
  if (isOtherAccount(refused)) restartPage();
  return refused;
}

/** Deletes an unsent note. Without a connection the server deletes it within a day. */
export async function deleteVoice(note: DraftVoice): Promise<void> {
  recorded.delete(note.id);
  const headers = { ...keyHeader(note), ...accountHeader() };
  await fetch(`${UPLOADS}/${note.id}`, { method: 'DELETE', headers }).catch(() => undefined);
}

export const deleteVoices = (notes: readonly DraftVoice[] = []): void =>
  notes.forEach((note) => void deleteVoice(note));

/** Makes the player load these notes from the server, which says that one is missing. */
export const forgetRecordings = (notes: readonly DraftVoice[] = []): void =>
  notes.forEach(({ id }) => void recorded.delete(id));

/** The voice notes of a request that waits on this device. */
export const voicesIn = ({ details }: QueuedForm): readonly DraftVoice[] =>
  (details?.['voices'] ?? []) as readonly DraftVoice[];

/** Loads an unsent note, from the memory of the page if it was recorded there. */
export async function loadDraftVoice(note: DraftVoice): Promise<LoadedNote> {
  return recorded.get(note.id) ?? load(`${UPLOADS}/${note.id}`, keyHeader(note));
}

/** Loads a note of a sent request, as its requester or as a supporter. */
export const loadSentVoice = (reader: 'own' | 'case', id: string): Promise<LoadedNote> =>
  load(reader === 'own' ? `/files/voice-answers/${id}` : `/files/case-voice-answers/${id}`);

async function load(url: string, headers: Record<string, string> = {}): Promise<LoadedNote> {
  const answer = await fetch(url, { headers: { ...headers, ...accountHeader() } }).catch(
    () => undefined,
  );
  setServerReached(answer !== undefined);
  if (!answer || answer.status >= 500) return 'offline';
  if (!answer.ok) return 'gone';
  return answer.blob().catch(() => 'offline' as const);
}
