import { MAX_VOICE_SECONDS } from '../sending/file-rules';

const TYPE = 'audio/webm;codecs=opus';
const BITS_PER_SECOND = 16_000;

export interface FinishedRecording {
  readonly blob: Blob;
  readonly seconds: number;
}

export interface Recording {
  readonly startedAt: number;
  /** Stops and returns the recording; undefined if it is empty. */
  stop: () => Promise<FinishedRecording | undefined>;
  cancel: () => void;
}

/** Whether the browser can record and the device has a microphone. */
export async function canRecord(): Promise<boolean> {
  if (typeof MediaRecorder === 'undefined' || !MediaRecorder.isTypeSupported(TYPE)) return false;
  const devices = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []);
  return devices?.some(({ kind }) => kind === 'audioinput') ?? false;
}

export type RecordingFailure = 'refused' | 'none';

/**
 * Starts a recording after the browser has asked for permission; calls `onLimit` when it reaches the maximum length.
 */
export async function startRecording(onLimit: () => void): Promise<Recording | RecordingFailure> {
  let stream: MediaStream;
  try {
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
    stream = await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    return (error as DOMException).name === 'NotAllowedError' ? 'refused' : 'none';
  }
  const recorder = new MediaRecorder(stream, {
    mimeType: TYPE,
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const isOver = new Promise<void>((done) => (recorder.onstop = () => done()));
  recorder.start(1_000);
  const startedAt = performance.now();
  const limit = setTimeout(onLimit, MAX_VOICE_SECONDS * 1_000);
  const end = async () => {
    clearTimeout(limit);
    if (recorder.state !== 'inactive') recorder.stop();
    await isOver;
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    startedAt,
    cancel: () => void end(),
    stop: async () => {
      const seconds = Math.min(MAX_VOICE_SECONDS, (performance.now() - startedAt) / 1_000);
      await end();
      const blob = new Blob(parts, { type: 'audio/webm' });
      return blob.size > 0 ? { blob, seconds: Math.max(1, Math.round(seconds)) } : undefined;
    },
  };
}
