/** Path of the page of a group or of a coalition, which is a group of another kind. */
export const groupPath = ({ slug, kind }: { slug: string; kind: 'group' | 'coalition' }): string =>
  `/${kind === 'coalition' ? 'coalitions' : 'groups'}/${slug}`;
