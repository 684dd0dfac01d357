import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import type { AssetView, MeterView } from '../contract/records';
import { meterText } from './meters';

export const moods: Record<string, string> = { ok: '●', watch: '▲', bad: '✕', unknown: '?' };

/** The world as this team knows it: a drawing for the eye, and a list that carries the same facts. */
export function WorldMap() {
  const session = useSession();
  const assets = session.all('asset');
  const at = session.clock.at.value;
  return (
    <section class="page-in-room" aria-labelledby="map-title" data-scrolls="map" tabIndex={0} role="region">
      <h2 id="map-title">{t('place.map')}</h2>
      {assets.length === 0 ? <p class="muted">{t('map.none')}</p> : <Drawing assets={assets} />}
      <ul class="rows">
        {assets.map((asset) => (
          <li key={asset.id} class={`mood-${asset.mood}`}>
            <div class="grow"><b>{asset.name}</b><p>{asset.about}</p>{asset.links.length > 0 && <p class="muted">{t('map.linked', names(assets, asset.links))}</p>}</div>
            <span class="state"><span aria-hidden="true">{moods[asset.mood] ?? '?'}</span> {asset.stateName}</span>
          </li>
        ))}
        {session.all('meter').map((meter: MeterView) => <li key={meter.id}><b class="grow">{meter.name}</b> <span class="tabular ltr">{meterText(meter, at)}</span></li>)}
        {session.all('data').map((data) => (
          <li key={data.id}><div class="grow"><b>{data.name}</b><p>{t('map.data', data.holder, data.stateName, data.class)}</p><p class="muted ltr">{data.identifiers.join(', ')}</p></div></li>
        ))}
      </ul>
    </section>
  );
}

function names(assets: AssetView[], ids: string[]): string {
  return ids.map((id) => assets.find((asset) => asset.id === id)?.name ?? id).join(', ');
}

function Drawing({ assets }: { assets: AssetView[] }) {
  if (assets.every((asset) => asset.x === 0 && asset.y === 0)) return null;
  const by = new Map(assets.map((asset) => [asset.id, asset]));
  return (
    <svg class="map" viewBox="-60 -30 1120 1060" aria-hidden="true" direction="ltr">
      {assets.flatMap((asset) => asset.links.map((id) => {
        const other = by.get(id);
        return other === undefined ? null : <line key={`${asset.id} ${id}`} x1={asset.x} y1={asset.y} x2={other.x} y2={other.y} />;
      }))}
      {assets.map((asset) => (
        <g key={asset.id} class={`mood-${asset.mood}`} transform={`translate(${asset.x} ${asset.y})`}>
          <circle r="26" /><text class="map-mood" dy="11">{moods[asset.mood] ?? '?'}</text><text class="map-name" dy="62">{asset.name}</text>
        </g>
      ))}
    </svg>
  );
}
