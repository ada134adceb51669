import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AuditEntries, AuditRecords } from './audit-entries.view.js';
import { AuditFilter } from './audit.inputs.js';
import { AuditReader } from './audit-reader.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly reader: AuditReader) {}

  @For('auditor')
  @Query(() => AuditRecords)
  auditRecords(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
    @Args('filter', { nullable: true }) filter?: AuditFilter,
  ) {
    return this.reader.all(viewer, { first, after }, filter);
  }

  /** Lists the uses of power about the viewer: by which duty and when, never by which account. */
  @For('anySignedIn')
  @Query(() => AuditEntries)
  actsAboutMe(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.reader.aboutMe(viewer, { first, after });
  }
}
