import { signal } from '@preact/signals';

/** Off unless the person switched it on in the lobby, where it is tried. Kept per browser. */
const key = 'academy.sound';
export const sound = signal(read());

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

export function switchSound(on: boolean): void {
  sound.value = on;
  localStorage.setItem(key, on ? 'on' : 'off');
  if (on) ring('urgent');
}

let context: AudioContext | null = null;

/** Two short tones for an urgent item, four for a call; made here, so that no file is fetched. */
export function ring(step: 'urgent' | 'call'): void {
  if (!sound.value) return;
  context ??= new AudioContext();
  const tones = step === 'call' ? [660, 520, 660, 520] : [660, 880];
  tones.forEach((pitch, n) => beep(context as AudioContext, pitch, n * 0.22));
  navigator.vibrate?.(step === 'call' ? [200, 100, 200] : 120);
}

function beep(audio: AudioContext, pitch: number, after: number): void {
  const at = audio.currentTime + after;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.12, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.2);
}
