// Fine: down the list, by the hash, to a door of the feature.
import { Group } from '#groups/group.entity.js';

export class Channel {
  group?: Group;
}
