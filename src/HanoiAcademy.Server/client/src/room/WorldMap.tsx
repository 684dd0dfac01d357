import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import type { AssetView, MeterView } from '../contract/records';
import { height, layout, width } from './layout';
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
  const at = layout(assets);
  const lines = new Map<string, [string, string]>();
  for (const asset of assets) for (const other of asset.links) if (at.has(other)) lines.set([asset.id, other].sort().join(' '), [asset.id, other]);
  return (
    <svg class="map" viewBox={`-150 -50 ${width + 300} ${height + 200}`} aria-hidden="true" direction="ltr">
      {[...lines].map(([key, [from, to]]) => <line key={key} x1={at.get(from)?.x} y1={at.get(from)?.y} x2={at.get(to)?.x} y2={at.get(to)?.y} />)}
      {assets.map((asset) => (
        <g key={asset.id} class={`mood-${asset.mood}`} transform={`translate(${at.get(asset.id)?.x ?? 0} ${at.get(asset.id)?.y ?? 0})`}>
          <circle r="26" /><text class="map-mood" dy="11">{moods[asset.mood] ?? '?'}</text>
          {inTwo(asset.name).map((part, n) => <text key={n} class="map-name" dy={62 + n * 32}>{part}</text>)}
          <text class="map-state" dy={62 + inTwo(asset.name).length * 32}>{asset.stateName}</text>
        </g>
      ))}
    </svg>
  );
}

// A long name would lie across its neighbours'.
function inTwo(name: string): string[] {
  if (name.length <= 16) return [name];
  const middle = [...name.matchAll(/ /g)].map((found) => found.index).sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}
