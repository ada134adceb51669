import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { KeyedFile } from '#kernel/sealing/keyed-file.js';

/** Duration and size of a voice note. */
export interface VoiceDetails {
  readonly seconds: number;
  readonly bytes: number;
}

/** A voice note as the content of its request stores it. */
export interface SentVoice extends VoiceDetails {
  readonly id: string;
  readonly question: 'goal' | 'tried';
  readonly key: string;
}

/** The part of the stored file. */
export const VOICE_PART = 'original';

const KEY = /^[\w-]{43}$/;

/** Seals one voice note with a key of its own. Everything is bound to the id of the note. */
export class VoiceBox {
  private readonly box: KeyedBox;

  constructor(
    private readonly id: string,
    key: string,
  ) {
    this.box = new KeyedBox(key);
  }

  get file(): KeyedFile {
    return new KeyedFile(this.box.keyFor('voice answers'), this.id);
  }

  seal(details: VoiceDetails): Buffer {
    return this.box.encrypt(`voice_answer.sealed ${this.id}`, details);
  }

  /** Returns undefined if `key` is not the one with which the box was sealed. */
  static open(id: string, key: string, sealed: Buffer): VoiceDetails | undefined {
    if (!KEY.test(key)) return undefined;
    try {
      const box = new KeyedBox(key);
      return box.decrypt<VoiceDetails>(`voice_answer.sealed ${id}`, sealed);
    } catch {
      return undefined;
    }
  }
}
