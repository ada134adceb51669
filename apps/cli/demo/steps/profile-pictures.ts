import sharp from 'sharp';
import { AvatarsService } from '#profiles/own-profile/avatars.service.js';
import { PEOPLE_WITH_PICTURES, demoPictureOf, PICTURE_SIZE } from '../people/profile-pictures.js';
import type { DemoContext } from './demo-context.js';

/** Uploads the person's picture through the same service as a member. Does nothing for a person without a picture. */
export async function uploadProfilePicture(stage: DemoContext, handle: string): Promise<void> {
  if (!PEOPLE_WITH_PICTURES.includes(handle)) return;
  const raw = { width: PICTURE_SIZE, height: PICTURE_SIZE, channels: 3 as const };
  const file = await sharp(demoPictureOf(handle), { raw }).png({ compressionLevel: 1 }).toBuffer();
  await stage.get(AvatarsService).put(await stage.viewer(handle), file);
}
