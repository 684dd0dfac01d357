import { TakenOver } from '../seats/TakenOver';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';

export function Brief() {
  const brief = useSession().one('brief');
  if (brief === undefined) return null;
  return (
    <div class="brief">
      <TakenOver />
      <h2>{t('brief.title')}</h2>
      <p class="notice">{brief.assumption}</p>
      <p>{brief.summary}</p>
      <h3>{t('brief.team', brief.teamName)}</h3>
      <div dangerouslySetInnerHTML={{ __html: brief.teamHtml }} />
      {brief.roleHtml !== '' && <><h3>{t('brief.role', brief.roleName)}</h3><div dangerouslySetInnerHTML={{ __html: brief.roleHtml }} /></>}
      <h3>{brief.stateName}</h3>
      <p>{brief.stateAbout}</p>
    </div>
  );
}
