/**
 * Every box of a lesson is a form of its own, so that it works without script; sending one loads the page anew. What stands unsent in
 * the others is kept for this tab and put back, until the server has the same; so a text that it refused is not lost either.
 */
export function keepUnsaved(root: ParentNode = document): void {
  for (const box of root.querySelectorAll<HTMLTextAreaElement>('.task textarea, .state-box textarea')) {
    const key = `unsaved:${location.pathname}:${box.name}`;
    const kept = read(key);
    if (kept === box.value) write(key, null);
    else if (kept !== null) box.value = kept;
    box.addEventListener('input', () => write(key, box.value));
  }
}

/** Storage may be switched off; then nothing is kept, and nothing breaks. */
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // full or switched off
  }
}
