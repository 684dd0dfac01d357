import type { Signal } from '@preact/signals';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { localTeam } from './role';

/** Whom it goes to: everybody, teams, or roles of teams. A local controller has his own team alone. */
export function Addressees({ to }: { to: Signal<readonly string[]> }) {
  const session = useSession();
  const own = localTeam(session.me.value.seat);
  const teams = session.all('tile').filter((tile) => own === null || tile.team === own);
  const set = (address: string, on: boolean) => (to.value = on ? [...to.value.filter((one) => one !== address), address] : to.value.filter((one) => one !== address));
  const all = to.value.includes('all');
  const Box = ({ address, name }: { address: string; name: string }) => <label><input type="checkbox" checked={to.value.includes(address)} disabled={all && address !== 'all'} onChange={(event) => set(address, event.currentTarget.checked)} /> {name}</label>;
  const rolesOf = (team: string) => [...new Map(session.all('seat').filter((seat) => seat.team === team).map((seat) => [`${seat.team}.${seat.role}`, seat.roleName]))];
  const some = teams.filter((tile) => rolesOf(tile.team).length > 1 && !to.value.includes(tile.team));
  return (
    <fieldset class="addressees">
      <legend>{t('plan.to')}</legend>
      {own === null && <Box address="all" name={t('plan.everybody')} />}
      {teams.map((tile) => <Box key={tile.team} address={tile.team} name={tile.name} />)}
      {!all && some.length > 0 && (
        <details class="addressee-roles" open={to.value.some((one) => one.includes('.'))}>
          <summary>{t('plan.to-roles')}</summary>
          {some.map((tile) => <div key={tile.team} class="addressee-team">{rolesOf(tile.team).map(([address, name]) => <Box key={address} address={address} name={`${tile.name}: ${name}`} />)}</div>)}
        </details>
      )}
    </fieldset>
  );
}
