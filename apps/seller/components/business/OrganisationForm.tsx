import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Notice } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { dayOf } from '../../logic/days.ts';
import { type FieldName, type OrganisationFields, problemOf } from '../../logic/organisation-form.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Organisation } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { Panel } from '../PageHead.tsx';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { BusinessInputs, FaceInputs } from './OrganisationInputs.tsx';
import { SellerStatusBadge } from './StatusBadge.tsx';

const { organisation: text, failed, refused } = organisationMessages;
const names = [
  'name',
  'tagline',
  'description',
  'legalName',
  'country',
  'contactName',
  'contactEmail',
  'contactPhone',
  'taxNumber',
  'postalAddress',
] as const;
const tones = { pending: 'info', approved: 'positive', suspended: 'danger', rejected: 'caution' } as const;

const fieldsOf = (organisation: Organisation): OrganisationFields =>
  Object.fromEntries(names.map((name) => [name, organisation[name]])) as unknown as OrganisationFields;

/** How the shop stands; for a rejected one the way back. */
function Status({ organisation }: { organisation: Organisation }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId, status, statusReason, statusChangedAt, myRole } = organisation;
  const reapply = useMutation(
    api.identity.reapplyToSell.mutationOptions({
      onSuccess: () => toast.show({ message: text.reapplied }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.identity.organisation.pathKey() }),
    }),
  );
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-3">
          {text.status} <SellerStatusBadge status={status} />
        </span>
      }
      lead={text.since(dayOf(statusChangedAt))}
      actions={
        status === 'rejected' && myRole === 'owner' ? (
          <Button busy={reapply.isPending} onClick={() => reapply.mutate({ sellerId })}>
            {text.reapply}
          </Button>
        ) : null
      }
    >
      <Notice tone={tones[status]}>{text.statusText[status]}</Notice>
      {statusReason ? (
        <div className="mt-4">
          <h3 className="text-sm font-semibold">{text.reason}</h3>
          <p className="whitespace-pre-line">{statusReason}</p>
        </div>
      ) : null}
      {reapply.isError ? (
        <Notice tone="danger" role="alert" className="mt-4">
          {sayRefusal(reapply.error, refused, failed)}
        </Notice>
      ) : null}
    </Panel>
  );
}

function Leave({ organisation }: { organisation: Organisation }) {
  const api = useApi();
  const confirm = useConfirm();
  const leave = useMutation(api.identity.leaveOrganisation.mutationOptions());
  const { sellerId, name } = organisation;
  const ask = async () => {
    if (!(await confirm({ title: text.leaveTitle(name), body: text.leaveText, confirm: text.leave, tone: 'danger' })))
      return;
    // A whole new page: nothing of the organisation stays in memory.
    leave.mutate({ sellerId }, { onSuccess: () => window.location.assign('/') });
  };
  return (
    <div className="grid gap-3">
      {leave.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(leave.error, refused, failed)}
        </Notice>
      ) : null}
      <Button variant="link" className="justify-self-start" busy={leave.isPending} onClick={() => void ask()}>
        {text.leave}
      </Button>
    </div>
  );
}

export function OrganisationForm({
  organisation,
  reload,
}: {
  organisation: Organisation;
  reload: () => Promise<unknown>;
}) {
  const api = useApi();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => fieldsOf(organisation));
  const [fields, setFields] = useState(base);
  const [tried, setTried] = useState(false);
  const changed = names.some((name) => fields[name] !== base[name]);
  useLeaveGuard(changed);
  const owner = organisation.myRole === 'owner';
  const locked = !owner || organisation.status === 'suspended';
  const save = useMutation(
    api.identity.updateOrganisation.mutationOptions({
      onSuccess: async () => {
        toast.show({ message: text.saved });
        setBase(fields);
        await reload();
      },
    }),
  );
  const conflict = refusalOf(save.error)?.reason === 'organisation_changed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (names.some((name) => problemOf(name as FieldName, fields[name]) !== null)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    save.mutate({ sellerId: organisation.sellerId, version: organisation.version, ...fields });
  };
  const inputs = {
    fields,
    tried,
    disabled: locked,
    onChange: (changes: Partial<OrganisationFields>) => setFields((now) => ({ ...now, ...changes })),
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid max-w-3xl gap-5">
      <Status organisation={organisation} />
      <Panel title={text.shop}>
        <FaceInputs {...inputs} />
      </Panel>
      <Panel title={text.business} lead={owner ? text.businessLead : text.businessHidden}>
        {owner ? <BusinessInputs {...inputs} /> : null}
      </Panel>
      {save.isError ? (
        <Notice
          tone="danger"
          role="alert"
          action={
            conflict ? (
              <Button variant="secondary" size="small" onClick={() => window.location.reload()}>
                {text.reload}
              </Button>
            ) : undefined
          }
        >
          {sayRefusal(save.error, refused, failed)}
        </Notice>
      ) : null}
      {locked ? null : (
        <div className="flex items-center gap-4">
          <Button type="submit" variant="accent" busy={save.isPending} disabled={!changed}>
            {save.isPending ? text.saving : text.save}
          </Button>
          <p className="text-sm text-ink-soft" role="status">
            {changed ? text.unsaved : ''}
          </p>
        </div>
      )}
      <Leave organisation={organisation} />
    </form>
  );
}
