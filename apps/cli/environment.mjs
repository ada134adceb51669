/**
 * The environment variables of the calling shell. The scripts read them only here, the application only in config.ts.
 */
export const environment = process.env;
