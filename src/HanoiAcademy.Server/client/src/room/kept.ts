import { draft } from './drafts';

/** A choice half made, kept like half a sentence: it survives a change of place and a reload. */
export interface Kept<T> {
  value: T;
  clear(): void;
}

export function kept<T>(key: string, initial: T): Kept<T> {
  const text = draft(key);
  return {
    get value() {
      try {
        return text.value === '' ? initial : (JSON.parse(text.value) as T);
      } catch {
        return initial;
      }
    },
    set value(value: T) {
      text.value = JSON.stringify(value);
    },
    clear: () => {
      text.value = '';
    },
  };
}
