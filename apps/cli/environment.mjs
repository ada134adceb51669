/** The environment of whoever calls a command: the one place of the plain scripts that reads it, as config.ts is the application's. */
export const environment = process.env;
