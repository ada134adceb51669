import { BufferedOutput } from '#kernel/buffered-output.js';
import type { TestApp } from '../app/app.js';
import { contentOfFiles, dumpDatabase } from '../app/database-dump.js';
import { sentMails } from '../browser/sent-mails.js';

/** Records the lines that the application logs in each test of a file. Start it with `LOG_LEVEL: 'trace'`. */
export function useLogRecorder(): { text(): string } {
  const lines: string[] = [];
  let spy: jest.SpyInstance | undefined;
  beforeEach(() => {
    lines.length = 0;
    spy = jest.spyOn(BufferedOutput.prototype, 'write').mockImplementation((line) => {
      lines.push(line);
    });
  });
  afterEach(() => spy?.mockRestore());
  return { text: () => lines.join('\n') };
}

/** Everything that the instance stores, sends or logs, except the write-ahead log. */
export const storedTexts = async (app: TestApp, logs: { text(): string }): Promise<string> =>
  [
    await dumpDatabase(app),
    contentOfFiles(app.dataDir),
    JSON.stringify(sentMails(app)),
    logs.text(),
  ].join('\n');
