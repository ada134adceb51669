import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { type ChainHead, parseHead } from './audit-head-check.js';

const FILE = 'heads.jsonl';

/** Stores heads of the chain in files outside the database, with one head per line. */
@Injectable()
export class AuditHeads {
  constructor(@InjectConfig() private readonly config: Config) {}

  /** Returns every stored head and the number of unreadable lines. A missing folder has none. */
  async all(): Promise<{ heads: ChainHead[]; unreadable: number }> {
    const lines: string[] = [];
    for (const name of await this.files()) {
      lines.push(...nonBlankLinesOf(await readFile(join(this.config.auditHeadDir, name), 'utf8')));
    }
    const heads = lines.map(parseHead).filter((head) => head !== undefined);
    return { heads, unreadable: lines.length - heads.length };
  }

  /** Appends a head and waits until it is flushed to disk. */
  async keep(head: ChainHead): Promise<void> {
    const { auditHeadDir } = this.config;
    await mkdir(auditHeadDir, { recursive: true, mode: 0o700 });
    const file = await open(join(auditHeadDir, FILE), 'a', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private async files(): Promise<string[]> {
    try {
      const names = await readdir(this.config.auditHeadDir);
      return names.filter((name) => name.endsWith('.jsonl'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** The lines of a file of heads that are not blank. */
export const nonBlankLinesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim());
