import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import type { OpenFile } from '#files/file-storage.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTextsService } from '../case-texts.service.js';
import { SupportQueueService } from '../support-queue.service.js';
import { SupportRequest } from '../support-request.entity.js';
import { VoiceAnswer } from './voice-answer.entity.js';
import { type SentVoice, VOICE_PART, VoiceBox } from './voice-box.js';

/** An open note, and whether the viewer may still read it. */
export interface OpenedNote {
  readonly opened: OpenFile;
  mayRead(viewer: Viewer): Promise<boolean>;
}

/** SQL of whether the request `it` has the note, or a request that continues in it has. */
const HAS_NOTE = 'exists (select from voice_answer v where v.id = :id and v.request_id = it.id)';
const CASE_HAS_NOTE = `exists (select from voice_answer v join support_request r on r.id = v.request_id
  where v.id = :id and coalesce(r.duplicate_of_id, r.id) = it.id)`;

/** Opens voice notes of sent requests for those who may read their texts. */
@Injectable()
export class VoiceAnswerReadersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly files: FilesService,
    private readonly texts: CaseTextsService,
    private readonly queue: SupportQueueService,
  ) {}

  /** Opens a note of the viewer's own request. */
  async openOwn(viewer: Viewer, id: string): Promise<OpenedNote> {
    const request = await this.requestOf(viewer, id, 'read');
    return this.openIn(request, id, (now) => this.may(now, request.id, 'read'));
  }

  /** Opens a note of a case of the viewer, which counts as opening the content. */
  async openInCase(viewer: Viewer, id: string): Promise<OpenedNote> {
    const { id: caseId } = await this.requestOf(viewer, id, 'readFile');
    const opened = await this.queue.openRequests(viewer, caseId);
    const request = opened.find((one) => this.noteIn(one, id));
    if (!request) throw new NotFound();
    return this.openIn(request, id, (now) => this.may(now, caseId, 'readFile'));
  }

  /** Throws NotFound unless the viewer may open the note in a case. Opens nothing, so it does not count as an opening. */
  async assertMayOpenInCase(viewer: Viewer, id: string): Promise<void> {
    await this.requestOf(viewer, id, 'readFile');
  }

  /** Finds the request of a note, as its requester or as a supporter of its case, with one statement. */
  private async requestOf(viewer: Viewer, noteId: string, action: 'read' | 'readFile') {
    const request = await this.access
      .list(SupportRequest, viewer, action)
      .andWhere(action === 'read' ? HAS_NOTE : CASE_HAS_NOTE, { id: isId(noteId) ? noteId : null })
      .getOne();
    if (!request) throw new NotFound();
    return request;
  }

  private may(viewer: Viewer, requestId: string, action: 'read' | 'readFile'): Promise<boolean> {
    return this.access.may('SupportRequest', requestId, viewer, action);
  }

  private noteIn(request: SupportRequest, id: string): SentVoice | undefined {
    return this.texts.decrypt(request, 'content')?.voices?.find((one) => one.id === id);
  }

  private async openIn(
    request: SupportRequest,
    id: string,
    mayRead: OpenedNote['mayRead'],
  ): Promise<OpenedNote> {
    const note = this.noteIn(request, id);
    const row = await this.db.repo(VoiceAnswer).findOneBy({ id, requestId: request.id });
    if (!note || !row) throw new NotFound();
    const { file } = new VoiceBox(id, note.key);
    const opened = await this.files.openSealed(row.file, VOICE_PART, file);
    if (!opened) throw new NotFound();
    return { opened, mayRead };
  }
}
