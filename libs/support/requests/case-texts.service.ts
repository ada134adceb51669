import { Injectable } from '@nestjs/common';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { SupportRequest } from './support-request.entity.js';

export type Danger = 'yes' | 'unknown' | 'no';

/** The answers of the requester. Null: skipped. */
export interface RequestContent {
  readonly danger: Danger;
  readonly name: string | null;
  readonly goal: string | null;
  readonly tried: string | null;
  readonly safeWay: string | null;
  readonly times: string | null;
}

/** The words of the supporter who accepted, with the work name that they had then. */
export interface CaseReply {
  readonly workName: string;
  readonly words: string;
}

/** The words of the supporter who declined or closed. */
export interface CaseClosing {
  readonly words: string;
  readonly alternatives: string | null;
}

interface Texts {
  readonly content: RequestContent;
  readonly reply: CaseReply;
  readonly closing: CaseClosing;
}
type Column = keyof Texts;
type Sealed = Pick<SupportRequest, 'id' | 'key'> & { readonly [C in Column]?: Buffer | null };

/** Seals the texts of a case with the key of the case, and opens them in memory. */
@Injectable()
export class CaseTextsService {
  newKey(): string {
    return KeyedBox.newKey();
  }

  close<C extends Column>({ id, key }: Sealed, column: C, value: Texts[C]): Buffer {
    return new KeyedBox(key).close(placeOf(id, column), value);
  }

  /** Returns null if nothing was written. */
  open<C extends Column>(row: Sealed, column: C): Texts[C] | null {
    const box = row[column];
    return box ? new KeyedBox(row.key).open<Texts[C]>(placeOf(row.id, column), box) : null;
  }
}

const placeOf = (id: string, column: Column) => `support_request.${column} ${id}`;
