/**
 * Permissions that the design excludes, listed so that readers do not search for them. Remove a line when its feature
 * is added.
 */
export const EXCLUDED_PERMISSIONS: readonly string[] = [
  'Find an account by e-mail or phone.',
  "Export another person's data.",
  'Act as another person; read content in an administration view.',
];

export const PLANNED_PERMISSIONS: readonly string[] = [
  'Found a coalition.',
  'Ask for support; triage; read, write or share a case.',
  'Upload to the archive; read an archive item.',
  'Lock oneself in panic; freeze another; end the sessions of another person.',
];
