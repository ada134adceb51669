/** Bytes that this page sent in requests of its own: no browser tells of them. */
export const sent = { bytes: 0 };
