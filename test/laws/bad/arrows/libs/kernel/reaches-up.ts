import { Group } from '#groups/group.entity.js';

export const group = new Group();
