import { useSignal } from '@preact/signals';
import { t } from '../texts/texts';

// Opened once, a file stays readable while the link is down. Memory alone: the next person at this machine may sit elsewhere.
const files = new Map<string, Promise<Blob>>();

/** The file at an address, fetched when first asked for. */
export function fileAt(address: string): Promise<Blob> {
  let file = files.get(address);
  if (file === undefined) {
    file = fetch(address, { credentials: 'same-origin' }).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.blob();
    });
    files.set(address, file);
    file.catch(() => files.delete(address));
  }
  return file;
}

/** Loads when tapped, and says its size before. */
export function FileLink({ address, name, bytes }: { address: string; name: string; bytes: number }) {
  const failed = useSignal(false);
  const load = async (event: Event) => {
    event.preventDefault();
    try {
      const place = URL.createObjectURL(await fileAt(address));
      const link = Object.assign(document.createElement('a'), { href: place, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(place), 60_000);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  };
  return (
    <>
      <a href={address} download={name} onClick={(event) => void load(event)}>{t('evidence.file', name, bytes)}</a>
      {failed.value && <span class="refusal"> ✕ {t('link.no-file')}</span>}
    </>
  );
}
