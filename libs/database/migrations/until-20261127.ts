import { Channels1764000000060 } from './20261124-channels.js';
import { Ground1764000000001 } from './20261124-ground.js';
import { Groups1764000000050 } from './20261124-groups.js';
import { Indexes1764000000090 } from './20261126-indexes.js';
import { Introductions1764000000040 } from './20261124-introductions.js';
import { Moderation1764000000070 } from './20261124-moderation.js';
import { Nodes1764000000002 } from './20261125-nodes.js';
import { Notifications1764000000080 } from './20261125-notifications.js';
import { PageTimes1764000000095 } from './20261127-page-times.js';
import { Profiles1764000000011 } from './20261125-profiles.js';
import { Signin1764000000012 } from './20261125-signin.js';
import { Vetting1764000000020 } from './20261125-vetting.js';

/** The first of `all.ts`, since a file has twenty imports at most. */
export const until20261127 = [
  Ground1764000000001,
  Nodes1764000000002,
  Profiles1764000000011,
  Signin1764000000012,
  Vetting1764000000020,
  Introductions1764000000040,
  Groups1764000000050,
  Channels1764000000060,
  Moderation1764000000070,
  Notifications1764000000080,
  Indexes1764000000090,
  PageTimes1764000000095,
];
