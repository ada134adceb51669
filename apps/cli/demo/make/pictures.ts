import sharp from 'sharp';
import { AvatarsService } from '#profiles/own/avatars.service.js';
import { PICTURED, pictureOf, SIDE } from '../people/pictures.js';
import type { Stage } from './stage.js';

/** Uploads the picture of a person who has one, like a member would. */
export async function putPicture(stage: Stage, handle: string): Promise<void> {
  if (!PICTURED.includes(handle)) return;
  const raw = { width: SIDE, height: SIDE, channels: 3 as const };
  const file = await sharp(pictureOf(handle), { raw }).png({ compressionLevel: 1 }).toBuffer();
  await stage.get(AvatarsService).put(await stage.viewer(handle), file);
}
