import { readConfig } from '#kernel/config.js';
import { Sealer } from '#kernel/sealed-box.js';
import type { Command } from './command.js';

/** Validates the configuration like a start does. Reports names and reasons, never values. */
export const configCheckCommand: Command = {
  words: 'config check',
  help: 'says whether the environment is a good configuration',
  async run(_args, print) {
    const config = readConfig();
    print(`Origin ${config.origin}, listening on ${config.host}:${config.port}`);
    print(config.databaseUrl ? 'PostgreSQL: DATABASE_URL' : 'PostgreSQL: embedded');
    print(config.redisUrl ? 'Several nodes: REDIS_URL' : 'One node: REDIS_URL is not set');
    print(config.smtpUrl ? 'Mail: SMTP_URL' : `Mail: files in ${config.dataDir}/outbox`);
    const isThere = await Sealer.hasKey(config.sealKeyFile);
    print(`Seal key: ${config.sealKeyFile}${isThere ? '' : ', made at the first start'}`);
    print(`Heads of the audit chain: ${config.auditHeadDir}`);
    print('The configuration is good');
  },
};
