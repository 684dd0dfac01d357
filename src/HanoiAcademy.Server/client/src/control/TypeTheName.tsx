import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t } from '../texts/texts';

interface Props {
  title: string;
  safe: string;
  danger: string;
  /** What is asked for besides stands there. */
  complete?: boolean;
  onClose: () => void;
  onSure: () => void;
  children?: ComponentChildren;
}

/** Before what cannot be mended: the drill's name is typed. Nobody does that by mistake, and nobody in the wrong drill. */
export function TypeTheName({ title, safe, danger, complete = true, onClose, onSure, children }: Props) {
  const session = useSession();
  const name = session.clock.view.value?.title ?? '';
  const typed = useSignal('');
  const sure = complete && typed.value.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  const go = () => {
    if (!sure) return;
    onSure();
    onClose();
  };
  return (
    <Sheet title={title} safe={safe} danger={danger} disabled={!sure} onClose={onClose} onDanger={go}>
      {children}
      <label>{t('control.type-name', name)}<input value={typed.value} autocomplete="off" onInput={(event) => (typed.value = event.currentTarget.value)} /></label>
    </Sheet>
  );
}
