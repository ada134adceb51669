import { readFile } from 'node:fs/promises';
import { Invalid, NotFound } from '#kernel/errors.js';
import { DECOY_FIELD_KINDS, DecoysService, MAX_DECOYS } from '#profiles/decoys/decoys.service.js';
import type { InitialProfileAnswers } from '#profiles/profiles.service.js';
import { CommandError, type Command, UsageError } from './command.js';
import { withServices } from './with-services.js';

const MAKE =
  'decoy make FILE   FILE is JSON with a name, issueAreas, languages and what else it says';
const REMOVE = 'decoy remove ID   the ids are listed by: npm run trama -- decoy list';

const WHY_NOT: Readonly<Record<string, string>> = {
  'decoy.enough': `There are ${MAX_DECOYS} decoys: more would be met by people who look for somebody.`,
  'decoy.namesake': 'Somebody here has this name: a decoy may speak for nobody who exists.',
  'decoy.alike':
    'Another decoy has one of these issue areas and of these territories: one search would give both.',
};

/** Creates a decoy: a fictitious profile that reveals accounts which collect data about members. */
export const makeDecoyCommand: Command = {
  words: 'decoy make',
  help: 'makes a decoy profile out of a file',
  async run(args, print) {
    const [path] = args;
    if (!path || args.length > 1) throw new UsageError(MAKE);
    const says = await saidIn(path);
    await withDecoys(async (decoys) => print(await decoys.make(says)));
  },
};

export const listDecoysCommand: Command = {
  words: 'decoy list',
  help: 'lists the decoy profiles',
  async run(_args, print) {
    await withDecoys(async (decoys) => {
      for (const { id, name, isShown } of await decoys.list()) {
        print(`${id}  ${name}${isShown ? '' : '  (ended by moderation)'}`);
      }
    });
  },
};

export const removeDecoyCommand: Command = {
  words: 'decoy remove',
  help: 'removes a decoy profile',
  async run(args) {
    const [id] = args;
    if (!id || args.length > 1) throw new UsageError(REMOVE);
    await withDecoys((decoys) => decoys.remove(id));
  },
};

function withDecoys(work: (decoys: DecoysService) => Promise<void>): Promise<void> {
  return withServices(WHY_NOT, async (app) => {
    try {
      await work(app.get(DecoysService, { strict: false }));
    } catch (error) {
      if (error instanceof NotFound) throw new CommandError('There is no such decoy.');
      throw error instanceof Invalid ? new CommandError(wrongIn(error)) : error;
    }
  });
}

async function saidIn(path: string): Promise<InitialProfileAnswers> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`${path} cannot be read`);
  });
  const says = parsed(text);
  if (!isSaying(says)) {
    const kinds = DECOY_FIELD_KINDS.join(', ');
    throw new CommandError(
      `${path} must be an object with texts or lists of texts under: ${kinds}`,
    );
  }
  return says;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown) => typeof value === 'string';

function isSaying(says: unknown): says is InitialProfileAnswers {
  if (typeof says !== 'object' || says === null || !isText((says as InitialProfileAnswers).name)) {
    return false;
  }
  const known = new Set<string>(DECOY_FIELD_KINDS);
  return Object.entries(says).every(
    ([kind, value]) =>
      known.has(kind) && (isText(value) || (Array.isArray(value) && value.every(isText))),
  );
}

/** Formats validation errors by field, without the entered values. */
const wrongIn = ({ fields = {} }: Invalid): string =>
  `The file cannot be used: ${Object.entries(fields)
    .map(([part, what]) => `${part} ${what}`)
    .join(', ')}`;
