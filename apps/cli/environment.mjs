/**
 * The environment variables of the calling shell. Scripts read variables only here; the application reads them only in
 * config.ts.
 */
export const environment = process.env;
