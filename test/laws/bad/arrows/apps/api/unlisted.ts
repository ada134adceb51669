import { Rooms } from '#rooms/room.service.js';

export const rooms = new Rooms();
