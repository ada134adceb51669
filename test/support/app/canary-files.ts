import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { PICTURE_CANARY, picturesWithCanary } from './test-pictures.js';
import { repositoryPath } from '../repository.js';

/** A voice note as a browser records it: 2.5 seconds, without a duration field. */
export const readVoiceNote = () => readFileSync(repositoryPath('test/support/app/voice.webm'));

/** Returns the same voice note with the canary in all metadata: tags, names, encoder, and after the end of the file. */
export async function voiceNoteWithCanary(): Promise<Buffer> {
  const input = new Input({ source: new BufferSource(readVoiceNote()), formats: [WEBM] });
  const track = (await input.getPrimaryAudioTrack())!;
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source, { name: PICTURE_CANARY, languageCode: 'spa' });
  output.setMetadataTags({
    ...{
      title: PICTURE_CANARY,
      artist: PICTURE_CANARY,
      comment: PICTURE_CANARY,
      album: PICTURE_CANARY,
      date: new Date(0),
    },
    raw: { ENCODER: PICTURE_CANARY, LOCATION: PICTURE_CANARY },
  });
  await output.start();
  const decoderConfig = (await track.getDecoderConfig())!;
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, { decoderConfig });
  await output.finalize();
  const bytes = Buffer.from(target.buffer!);
  for (let at = bytes.indexOf('Mediabunny'); at >= 0; at = bytes.indexOf('Mediabunny')) {
    bytes.write(PICTURE_CANARY.padEnd(10), at, 'latin1');
  }
  return Buffer.concat([bytes, Buffer.from(PICTURE_CANARY)]);
}

/** Returns a voice note that repeats the sound of `readVoiceNote` until it has this duration. */
export async function voiceNoteOf(seconds: number): Promise<Buffer> {
  const input = new Input({ source: new BufferSource(readVoiceNote()), formats: [WEBM] });
  const track = (await input.getPrimaryAudioTrack())!;
  const decoderConfig = (await track.getDecoderConfig())!;
  const packets: EncodedPacket[] = [];
  for await (const one of new EncodedPacketSink(track).packets()) packets.push(one);
  const [target, source] = [new BufferTarget(), new EncodedAudioPacketSource('opus')];
  const output = new Output({ format: new WebMOutputFormat(), target });
  output.addAudioTrack(source);
  await output.start();
  for (let at = 0, n = 0; at < seconds; n += 1) {
    const packet = packets[n % packets.length]!;
    await source.add(packet.clone({ timestamp: at }), { decoderConfig });
    at += packet.duration;
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}

/** Returns a PDF page with text, a photo, a filled form and links. Every metadata field contains the canary. */
export async function pdfWithCanary(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const text = PDFString.of(PICTURE_CANARY);
  const key = (name: string) => PDFName.of(name);
  pdf.setTitle(PICTURE_CANARY);
  pdf.setAuthor(PICTURE_CANARY);
  pdf.setCreator(PICTURE_CANARY);
  pdf.setProducer(PICTURE_CANARY);
  pdf.setSubject(PICTURE_CANARY);
  pdf.setKeywords([PICTURE_CANARY]);
  const page = pdf.addPage([300, 300]);
  page.drawText('Hola mundo', { x: 20, y: 200 });
  const photo = await pdf.embedJpg((await picturesWithCanary()).get('jpeg')!);
  page.drawImage(photo, { x: 10, y: 10, width: 100, height: 80 });
  await pdf.attach(Buffer.from(PICTURE_CANARY), `${PICTURE_CANARY}.txt`, {
    description: PICTURE_CANARY,
  });
  pdf.addJavaScript(PICTURE_CANARY, `app.alert("${PICTURE_CANARY}")`);
  const xmp = context.stream(`<x:xmpmeta>${PICTURE_CANARY}</x:xmpmeta>`, { Type: 'Metadata' });
  pdf.catalog.set(key('Metadata'), context.register(xmp));
  page.node.set(key('Metadata'), context.register(xmp));
  pdf.catalog.set(key('OpenAction'), context.obj({ S: 'JavaScript', JS: text }));
  pdf.catalog.set(key('AA'), context.obj({ WC: { S: 'JavaScript', JS: text } }));
  page.node.set(key('PieceInfo'), context.obj({ Own: { Private: text, LastModified: text } }));
  page.node.set(
    key('Thumb'),
    context.register(context.stream(PICTURE_CANARY, { Width: 1, Height: 1 })),
  );
  const field = pdf.getForm().createTextField(PICTURE_CANARY);
  field.setText('Respuesta');
  field.addToPage(page, { x: 120, y: 120, width: 100, height: 20 });
  const marks = page.node.Annots()!;
  const mark = (kind: string, more: object) =>
    marks.push(
      context.register(
        context.obj({
          ...{ Type: 'Annot', Subtype: kind, Rect: [0, 0, 10, 10], T: text, Contents: text },
          ...{ NM: text, M: text, RC: text, Subj: text, ...more },
        } as never),
      ),
    );
  mark('Text', {});
  mark('Highlight', { QuadPoints: [0, 0, 1, 1, 2, 2, 3, 3] });
  mark('FileAttachment', { FS: { Type: 'Filespec', F: text } });
  mark('Link', { A: { S: 'URI', URI: PDFString.of('https://abierto.example/') } });
  mark('Link', { A: { S: 'JavaScript', JS: text } });
  mark('Link', { A: { S: 'Launch', F: text, Next: { S: 'JavaScript', JS: text } } });
  mark('Link', { A: { S: 'URI', URI: PDFString.of(`javascript:${PICTURE_CANARY}`) } });
  const old = context.register(context.obj({ Type: 'Page', Said: text }));
  page.node.set(key('Before'), old);
  const bytes = await pdf.save({ useObjectStreams: false });
  return Buffer.concat([Buffer.from(bytes), Buffer.from(`\n% ${PICTURE_CANARY}\n`)]);
}
