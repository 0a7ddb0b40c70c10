import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Checkbox, CheckCircleIcon, EmptyState, Notice, TextField } from '@mallhive/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { countryName } from '../../logic/countries.ts';
import { newId } from '../../logic/new-id.ts';
import { organisationCookie } from '../../logic/organisation.ts';
import { type FieldName, type OrganisationFields, problemOf, slugOf } from '../../logic/organisation-form.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import { Panel } from '../PageHead.tsx';
import { BusinessInputs, FaceInputs } from './OrganisationInputs.tsx';

const { apply: text, fields: labels, failed, refused } = organisationMessages;
const stepFields: FieldName[][] = [
  ['name', 'slug', 'tagline', 'description'],
  ['legalName', 'country', 'contactName', 'contactEmail', 'contactPhone', 'taxNumber', 'postalAddress'],
  [],
];

/** Three steps to a pending organisation. The id is made once, so that sending twice is one application. */
export function ApplyForm({ user }: { user: { email: string; name: string } }) {
  const api = useApi();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLSpanElement>(null);
  const [id] = useState(newId);
  const [step, setStep] = useState(0);
  const [tried, setTried] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [fields, setFields] = useState<OrganisationFields>({
    name: '',
    tagline: '',
    description: '',
    legalName: '',
    country: 'GB',
    contactName: user.name,
    contactEmail: user.email,
    contactPhone: '',
    taxNumber: '',
    postalAddress: '',
  });
  const slug = ownSlug ?? slugOf(fields.name);
  const current = (name: FieldName) => (name === 'slug' ? slug : fields[name]);
  const slugFits = problemOf('slug', slug) === null;
  const free = useQuery(
    api.identity.shopSlugFree.queryOptions({ slug }, { enabled: step === 0 && slugFits, staleTime: 10_000 }),
  );
  const taken = slugFits && free.data?.free === false;
  const send = useMutation(api.identity.applyToSell.mutationOptions());

  const go = (next: number) => {
    setStep(next);
    setTried(false);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = stepFields[step]?.some((name) => problemOf(name, current(name)) !== null) || (step === 0 && taken);
    if (wrong || (step === 2 && !accepted)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (step < 2) return go(step + 1);
    send.mutate(
      { id, slug, ...fields, acceptTerms: true },
      {
        onError: (error) => {
          if (refusalOf(error)?.reason === 'slug_taken') {
            void free.refetch();
            go(0);
          }
        },
      },
    );
  };
  const toDashboard = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${organisationCookie}=${id}; path=/; max-age=31536000; samesite=lax`;
    window.location.assign('/organisation');
  };
  if (send.isSuccess) {
    return (
      <EmptyState
        level={1}
        icon={<CheckCircleIcon />}
        title={text.doneTitle}
        actions={<Button onClick={toDashboard}>{text.toDashboard}</Button>}
      >
        {text.done(fields.name)}
      </EmptyState>
    );
  }
  const inputs = {
    fields,
    tried,
    onChange: (changes: Partial<OrganisationFields>) => setFields((now) => ({ ...now, ...changes })),
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid max-w-3xl gap-5">
      <ol className="flex flex-wrap gap-x-6 gap-y-2">
        {text.steps.map((label, index) => (
          <li
            key={label}
            aria-current={index === step ? 'step' : undefined}
            className={`flex items-center gap-2 text-sm font-semibold ${index === step ? '' : 'text-ink-soft'}`}
          >
            <span
              className={`grid size-7 place-items-center rounded-full ${index <= step ? 'bg-inverse text-inverse-ink' : 'bg-sunken'}`}
            >
              {index + 1}
            </span>
            {label}
          </li>
        ))}
      </ol>
      {send.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(send.error, refused, failed)}
        </Notice>
      ) : null}
      <Panel
        title={
          <span ref={heading} tabIndex={-1} className="outline-none">
            {text.steps[step]}
          </span>
        }
        lead={text.step(step + 1, text.steps.length)}
      >
        {step === 0 ? (
          <FaceInputs {...inputs}>
            <TextField
              label={labels.slug}
              name="slug"
              value={slug}
              maxLength={60}
              required
              autoCapitalize="none"
              spellCheck={false}
              hint={
                free.data?.free && slugFits ? `${labels.slugHint(slug)} – ${labels.slugFree}` : labels.slugHint(slug)
              }
              error={taken ? labels.slugTaken : tried ? problemOf('slug', slug) : null}
              onChange={(event) => setOwnSlug(event.currentTarget.value.toLowerCase())}
            />
          </FaceInputs>
        ) : null}
        {step === 1 ? <BusinessInputs {...inputs} /> : null}
        {step === 2 ? (
          <div className="grid gap-5">
            {[0, 1].map((index) => (
              <section key={index} className="rounded-tile bg-sunken p-4">
                <div className="mb-2 flex justify-between gap-3">
                  <h3 className="font-semibold">{text.steps[index]}</h3>
                  <Button variant="link" size="small" onClick={() => go(index)}>
                    {text.change(text.steps[index] ?? '')}
                  </Button>
                </div>
                <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_minmax(0,1fr)]">
                  {stepFields[index]
                    ?.filter((name) => current(name).trim() !== '')
                    .map((name) => (
                      <div key={name} className="contents">
                        <dt className="text-ink-soft">{labels[name]}</dt>
                        <dd className="break-words whitespace-pre-line max-sm:mb-2">
                          {name === 'country' ? countryName(fields.country) : current(name)}
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
            <Checkbox
              label={text.terms}
              checked={accepted}
              error={tried && !accepted ? labels.problem.terms : null}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
          </div>
        ) : null}
      </Panel>
      <div className="flex flex-wrap justify-between gap-3">
        {step > 0 ? (
          <Button variant="secondary" onClick={() => go(step - 1)}>
            {text.back}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" busy={send.isPending}>
          {step < 2 ? text.next : send.isPending ? text.sending : text.send}
        </Button>
      </div>
    </form>
  );
}
