/** The cases that the viewer closed on this page. In memory only: the device keeps no list of cases. */
const closed = new Set<string>();

export const noteClosedCase = (id: string): void => void closed.add(id);
export const isClosedCase = (id: string): boolean => closed.has(id);
