import sharp from 'sharp';
import { AvatarsService } from '#profiles/own-profile/avatars.service.js';
import { drawDemoPicture, PEOPLE_WITH_PICTURES, PICTURE_SIZE } from '../people/profile-pictures.js';
import type { DemoContext } from './demo-context.js';

/** Uploads the person's picture through the same service as a member. Does nothing for a person without a picture. */
export async function uploadProfilePicture(stage: DemoContext, handle: string): Promise<void> {
  const at = PEOPLE_WITH_PICTURES.indexOf(handle);
  if (at < 0) return;
  const file = await demoPictureFile(handle, at);
  await stage.get(AvatarsService).put(await stage.viewer(handle), file);
}

/** A drawn picture as a PNG file. */
export function demoPictureFile(name: string, at: number): Promise<Buffer> {
  const raw = { width: PICTURE_SIZE, height: PICTURE_SIZE, channels: 3 as const };
  return sharp(drawDemoPicture(name, at), { raw }).png({ compressionLevel: 1 }).toBuffer();
}
