import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface Props {
  title: string;
  safe: string;
  /** Without one there is nothing to press but what stands in it. */
  danger?: string;
  disabled?: boolean;
  /** What stands in it has the button that does something: the safe answer is not to look like another. */
  quiet?: boolean;
  onClose: () => void;
  onDanger?: () => void;
  children?: ComponentChildren;
}

/** A question at the foot of the screen, asked because somebody pressed: the safe answer has the focus and lies nearest the thumb. */
export function Sheet({ title, safe, danger, disabled, quiet, onClose, onDanger, children }: Props) {
  const safeButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    safeButton.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <section class="sheet" role="alertdialog" aria-labelledby={id} onKeyDown={onKey}>
      <h2 id={id}>{title}</h2>
      {children}
      <div class="sheet-buttons">
        {danger !== undefined && <button type="button" class="btn-danger" disabled={disabled} onClick={onDanger}>{danger}</button>}
        <button type="button" ref={safeButton} class={quiet === true ? '' : 'btn-primary'} onClick={onClose}>{safe}</button>
      </div>
    </section>
  );
}
