import { effect, signal } from '@preact/signals';

export const textSizes = [100, 125, 150] as const;
const key = 'academy.text-size';
const kept = Number(localStorage.getItem(key));
export const textSize = signal<number>(textSizes.find((size) => size === kept) ?? 100);

export function setTextSize(size: number): void {
  textSize.value = size;
  localStorage.setItem(key, String(size));
}

effect(() => {
  document.documentElement.style.fontSize = `${textSize.value}%`;
});
