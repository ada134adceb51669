import { useEffect, useRef, useState } from 'react';
import type { LoadedFile } from '../files/load-file';

const SPEEDS = [1, 1.5, 2];

/** The player that is playing. Only one player plays at a time. */
let heard: HTMLAudioElement | undefined;

/** State and controls of an audio player: position, speed, whether it plays. */
export function useAudioPlayer(load: () => Promise<LoadedFile>, told: number) {
  const audio = useRef<HTMLAudioElement>(undefined);
  const { shown, show } = useShown(told);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      release(audio.current);
    };
  }, []);
  const begin = async () => {
    show({ isLoading: true });
    const found = await load();
    if (!isHere.current) return; // the component is unmounted, so nothing would stop the player
    show({ isLoading: false });
    if (typeof found === 'string') return show({ fault: found });
    audio.current = open(found, show);
    play(audio.current, shown);
  };
  const toggle = () => {
    show({ fault: undefined });
    if (shown.isPlaying) audio.current?.pause();
    else if (audio.current) play(audio.current, shown);
    else if (!shown.isLoading) void begin();
  };
  const seek = (at: number) => {
    show({ at });
    if (audio.current) audio.current.currentTime = at;
  };
  const faster = () => {
    const speed = SPEEDS[(SPEEDS.indexOf(shown.speed) + 1) % SPEEDS.length]!;
    show({ speed });
    if (audio.current) audio.current.playbackRate = speed;
  };
  return { ...shown, toggle, seek, faster };
}

interface Shown {
  readonly isPlaying: boolean;
  readonly isLoading: boolean;
  readonly at: number;
  readonly seconds: number;
  readonly speed: number;
  readonly fault: string | undefined;
}
type Show = (part: Partial<Shown>) => void;

function useShown(seconds: number) {
  const still = { isPlaying: false, isLoading: false, at: 0, speed: 1, fault: undefined };
  const [shown, setShown] = useState<Shown>({ ...still, seconds });
  const show: Show = (part) => setShown((before) => ({ ...before, ...part }));
  return { shown, show };
}

function open(bytes: Blob, show: Show): HTMLAudioElement {
  const audio = new Audio(URL.createObjectURL(bytes));
  // A browser may report the time again after the end.
  audio.ontimeupdate = () => show({ at: audio.ended ? 0 : audio.currentTime });
  audio.onplay = () => show({ isPlaying: true });
  audio.onpause = () => show({ isPlaying: false });
  // The length that was measured while recording can be longer than the sound.
  audio.onended = () => show({ at: 0, seconds: audio.currentTime });
  audio.onerror = () => show({ fault: 'unreadable', isPlaying: false });
  // Recordings made by a browser do not contain their duration.
  audio.ondurationchange = () =>
    Number.isFinite(audio.duration) && show({ seconds: audio.duration });
  return audio;
}

function play(audio: HTMLAudioElement, { at, speed }: Shown): void {
  if (heard !== audio) heard?.pause();
  heard = audio;
  audio.currentTime = at;
  audio.playbackRate = speed;
  void audio.play().catch(() => undefined);
}

function release(audio: HTMLAudioElement | undefined): void {
  if (!audio) return;
  audio.onpause = audio.onerror = audio.ontimeupdate = null;
  audio.pause();
  URL.revokeObjectURL(audio.src);
}
