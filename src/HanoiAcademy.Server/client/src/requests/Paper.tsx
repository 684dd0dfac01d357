import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { untracked } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RequestForm, RequestView } from '../contract/records';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { Acknowledge, Acts } from './Acts';
import { Answered } from './Answered';
import { Document } from './Document';
import { editorOf, textOf } from './editor';
import { changed } from './form';
import { FormFields } from './FormFields';
import { Guide } from './Guide';
import { Hands } from './Hands';
import { PageContext, usePage } from './pages';
import { Aside } from './Aside';
import { lastSeen, marksSince, remember } from './seen';
import { voided } from './signature';
import { HasIt, History, Track } from './Track';
import { who } from './who';

const writing = ['where', 'address', 'header', 'facts', 'scope', 'advised', 'attachments', 'acts', 'history', 'aside'];
const readingOut = ['where', 'head', 'facts', 'scope', 'advised', 'acts', 'history', 'aside'];

/** One request as a document: its track above, the form or the paper, its history below, who and what to know beside it. */
export function Paper({ request }: { request: RequestView }) {
  const session = useSession();
  const editor = editorOf(session, request.id);
  const box = useRef<HTMLDivElement>(null);
  const supplements = request.acts.includes('supplement-request');
  const mayWrite = request.acts.includes('edit-request') || supplements;
  // Who began it goes on writing; anybody else first sees it as its receiver will.
  const wants = useSignal<'write' | 'read' | null>(null);
  const page = useSignal(0);
  // What this person last had before him; what comes while he looks is marked too.
  const seen = useSignal<RequestForm>(useMemo(() => lastSeen(request.id) ?? textOf(request), [request.id]));
  useSignalEffect(() => {
    const now = session.one('request', request.id);
    if (now !== undefined) untracked(() => editor.sync(now));
  });
  // Left: what was seen is seen, what was written is saved, and the pen is free.
  useEffect(() => () => {
    const now = session.one('request', request.id);
    if (now !== undefined) remember(now);
    void editor.letGo();
  }, [request.id]);

  const pen = editor.pen(request);
  const begun = request.history[0]?.by === session.me.value.seat && request.status === 'draft';
  const mode = !mayWrite || pen === 'theirs' ? 'read' : (wants.value ?? (begun || supplements || pen === 'mine' || editor.state.value !== 'saved' ? 'write' : 'read'));
  const own = useComputed(() => editor.form.value).value;
  const form: RequestForm = mayWrite && pen !== 'theirs' ? (own ?? textOf(request)) : mayWrite ? textOf(request) : request.form;
  const growing = useGrowing(request, pen === 'theirs');
  const marks = mayWrite ? marksSince(seen.value, form) : new Set<string>();
  const pages = mode === 'write' ? writing : readingOut;
  const at = Math.min(page.value, pages.length - 1);
  const turn = (to: number) => {
    page.value = to;
    box.current?.scrollTo({ top: 0 });
  };
  // Who looks does not write: the pen is free for the next.
  const look = () => {
    wants.value = 'read';
    void editor.letGo();
  };
  return (
    <PageContext.Provider value={pages[at] ?? ''}>
      <div class="paper-and-side" ref={box} data-scrolls="paper" tabIndex={0} role="region" aria-labelledby="paper-title">
        <article class="paper">
          <Where request={request} />
          {mayWrite && (
            <>
              <Hands request={request} editor={editor} />
              {pen !== 'theirs' && (
                <p class="row write-or-read">
                  <button type="button" aria-pressed={mode === 'write'} onClick={() => (wants.value = 'write')}>{t('paper.write')}</button>
                  <button type="button" aria-pressed={mode === 'read'} onClick={look}>{t('paper.preview')}</button>
                  <SaveWord editor={editor} />
                </p>
              )}
            </>
          )}
          {mayWrite && editor.state.value === 'conflict' && (
            <p class="notice notice-bad row">
              {t('editor.conflict-what')}
              <button type="button" onClick={() => void editor.resolve(true)}>{t('editor.keep-mine')}</button>
              <button type="button" onClick={() => void editor.resolve(false)}>{t('editor.take-theirs')}</button>
            </p>
          )}
          {mode === 'write' && <Guide request={request} form={form} />}
          {mode === 'write'
            ? <FormFields form={form} missing={request.missing} fixed={supplements} edit={(change) => editor.edit(change)} />
            : <Document request={request} form={form} marks={marks} growing={growing} />}
          <Acts request={request} editor={editor} mode={mode} onSeen={() => (seen.value = form)} onRead={() => {
            look();
            turn(1);
          }} />
          <History request={request} />
        </article>
        <Aside request={request} form={form} edit={mode === 'write' ? (change) => editor.edit(change) : null} />
        <nav class="page-foot" aria-label={t('form.pages')}>
          <button type="button" disabled={at === 0} onClick={() => turn(at - 1)}>{t('form.back')}</button>
          <span class="page-count"><span class="tabular">{t('form.page', at + 1, pages.length)}</span>{mayWrite && <SaveWord editor={editor} />}</span>
          <button type="button" disabled={at === pages.length - 1} onClick={() => turn(at + 1)}>{t('form.next')}</button>
        </nav>
      </div>
    </PageContext.Provider>
  );
}

/** Where it stands, before a word of it: track, who has it, what was said about it. */
function Where({ request }: { request: RequestView }) {
  const session = useSession();
  const gone = voided(request);
  const reference = request.form.fields['own-reference'] ?? '';
  return (
    <section class={usePage('where')}>
      <h2 id="paper-title">{t('paper.title', word('request-kind', request.form.kind))}{reference !== '' && <> <small class="ltr">{reference}</small></>}</h2>
      <Track request={request} />
      <HasIt request={request} />
      <Acknowledge request={request} />
      {gone !== null && (
        <p class="notice notice-warn">✕ {t('paper.voided', who(session, gone.signed.by, gone.signed.at), who(session, gone.edited.by, gone.edited.at))} <When at={gone.edited.at} /></p>
      )}
      {request.remark !== undefined && request.status === 'draft' && <p class="notice notice-warn">{t('paper.remark', request.remark)}</p>}
      <Answered request={request} />
      {request.warning !== undefined && <p class="notice notice-warn">{t('paper.warned', word('warning', request.warning))}</p>}
      {request.found !== undefined && <p class="notice">{t('paper.found', request.found)}</p>}
      {request.acts.includes('supplement-request') && <p class="notice">{t('paper.supplement')}</p>}
      {request.status === 'authorised' && request.acts.includes('edit-request') && <p class="notice notice-ok">✓ {t('paper.stands', who(session, request.authorisedBy ?? ''))}</p>}
    </section>
  );
}

/** By word: what stands here is on the server, on its way there, or kept here until there is a link. */
function SaveWord({ editor }: { editor: ReturnType<typeof editorOf> }) {
  const session = useSession();
  const state = editor.state.value;
  const down = session.link.value.kind !== 'live' && (state === 'saving' || state === 'writing');
  return <span class="muted save-word" role="status">{t(down ? 'editor.here' : `editor.${state}`)}</span>;
}

/** Which parts the other hand changed with what it last saved. */
function useGrowing(request: RequestView, theirs: boolean): ReadonlySet<string> {
  const last = useRef({ revision: request.revision, text: textOf(request), parts: new Set<string>() as ReadonlySet<string> });
  if (last.current.revision !== request.revision) {
    last.current = { revision: request.revision, text: textOf(request), parts: changed(last.current.text, textOf(request)) };
  }
  return theirs ? last.current.parts : new Set();
}
