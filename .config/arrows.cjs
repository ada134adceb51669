/** The libraries from the ground up: each may import those before it, none after it. */
const GROUND = [
  'kernel',
  'database',
  'events',
  'mail',
  'cleaning',
  'files',
  'policy',
  'members',
  'access',
  'realtime',
  'audit',
];
const FEATURES = [
  'settings',
  'retention',
  'signin',
  'taxonomy',
  'profiles',
  'vetting',
  'groups',
  'introductions',
  'organisations',
  'attachments',
  'channels',
  'coalitions',
  'support',
  'moderation',
  'notifications',
];

/** Files of a feature that other libraries may import besides its doors: names without a rule to go around. */
const REFERENCE_DATA = [
  'libs/taxonomy/is-term.decorator.ts',
  'libs/taxonomy/taxonomy.view.ts',
  'libs/taxonomy/term.ts',
  'libs/taxonomy/terms.ts',
  'libs/taxonomy/words/lexicon.ts',
  'libs/taxonomy/words/term-search.ts',
  'libs/taxonomy/words/recognise-terms.ts',
];

/** Files that may import pages with a catalogue of their own: they load it along, or import what has no words. */
const LOADS_ITS_CATALOGUE = [
  'apps/web/src/app/admin-routes.tsx',
  'apps/web/src/app/case-routes.tsx',
  'apps/web/src/app/coalition-routes.tsx',
  'apps/web/src/app/desk-routes.tsx',
  'apps/web/src/app/background/form-sender.ts',
  'apps/web/src/app/guest/emergency-page.ts',
  'apps/web/src/app/load-guest.ts',
  'apps/web/src/pages/channels/my-coalitions.tsx',
  'apps/web/src/pages/home/index.tsx',
  'apps/web/src/pages/home/overdue-support-row.tsx',
  'apps/web/src/pages/home/pending-support.tsx',
  'apps/web/src/pages/home/pending-tasks.ts',
  'apps/web/src/pages/support-ask/voice-chunk.ts',
  'apps/web/src/pages/support-request/pick-person.ts',
  'apps/web/src/ui/page/use-open-result.ts',
  'apps/web/src/app/channel-panes.tsx',
  'apps/web/src/app/home-route.tsx',
  'apps/web/src/app/background/offline-support.ts',
  'apps/web/src/app/overlays.tsx',
  'apps/web/src/app/routes.tsx',
  'apps/web/src/app/shell.tsx',
  'apps/web/src/app/support-routes.tsx',
  'apps/web/src/features/channels/channel/lazy-components.ts',
  'apps/web/src/pages/channel/index.tsx',
  'apps/web/src/pages/channel/message-parts.ts',
  'apps/web/src/pages/case-thread/index.tsx',
  'apps/web/src/pages/case-thread/thread-composer.tsx',
  'apps/web/src/pages/case-thread/thread-view.tsx',
];

module.exports = { GROUND, FEATURES, REFERENCE_DATA, LOADS_ITS_CATALOGUE };
