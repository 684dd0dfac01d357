import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';

const small = 32;
const large = 16_384;

/** How good the link is: measured when somebody presses, and by itself when control calls the roll; control hears of both. */
export function LinkTest() {
  const session = useSession();
  const said = useSignal('');
  const testing = useSignal(false);
  const seat = session.me.value.seat;
  const calls = session.one('roll')?.n ?? 0;
  const unanswered = calls > 0 && session.one('link', seat)?.answered !== true && session.link.value.kind === 'live';
  const test = async (called: boolean) => {
    if (testing.value) return;
    testing.value = true;
    const short = await session.roundTrip(small);
    const long = short === null ? null : await session.roundTrip(large);
    testing.value = false;
    if (short === null || long === null) {
      said.value = t('lobby.link-none');
      return;
    }
    said.value = (called ? t('lobby.roll-answered', Math.round(short)) + ' ' : '') + t('lobby.link-result', Math.round(short), Math.round(((2 * large) / Math.max(1, long)) * 8));
    await session.outbox.act({ kind: 'report-link', roundTripMs: Math.round(short), bytes: small + large });
  };
  useEffect(() => {
    if (unanswered) void test(true);
  }, [calls, unanswered]);
  return (
    <section class="card" aria-labelledby="link-title">
      <h2 id="link-title">{t('lobby.link')}</h2>
      <p>{t('lobby.link-what')}</p>
      <button type="button" disabled={testing.value} onClick={() => void test(false)}>{t('lobby.link-test')}</button>
      <p role="status">{said.value}</p>
    </section>
  );
}
