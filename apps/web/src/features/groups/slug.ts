/** A group's name in addresses, from its name: "Río Arriba" is rio-arriba. The server says when it is taken. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 40);
  return slug.replaceAll(/^-|-$/g, '');
}
