import { useApi } from '@mallhive/api-client';
import { Badge, Button, Drawer, LinkButton, Notice, TextAreaField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { countryName } from '../../logic/countries.ts';
import { dayOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Organisation, SellerDecision, SellerStatus, SellerSummary } from '../../types.ts';
import { Loaded, Rows } from '../Loaded.tsx';
import { SellerStatusBadge } from './StatusBadge.tsx';

const { admin: text, fields: labels, roles, failed, refused } = organisationMessages;
const decisions: Record<SellerStatus, SellerDecision[]> = {
  pending: ['approve', 'reject'],
  approved: ['suspend'],
  suspended: ['reinstate'],
  rejected: [],
};
const needsReason = (decision: SellerDecision) => decision === 'reject' || decision === 'suspend';

function Facts({ seller }: { seller: Omit<Organisation, 'myRole'> }) {
  const rows: [string, string][] = [
    [labels.slug, `/s/${seller.slug}`],
    [labels.tagline, seller.tagline],
    [labels.description, seller.description],
    [labels.legalName, seller.legalName],
    [labels.country, countryName(seller.country)],
    [labels.contactName, seller.contactName],
    [labels.contactEmail, seller.contactEmail],
    [labels.contactPhone, seller.contactPhone],
    [labels.taxNumber, seller.taxNumber],
    [labels.postalAddress, seller.postalAddress],
  ];
  return (
    <dl className="grid gap-3 text-sm">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-soft">{label}</dt>
            <dd className="break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Decide({ sellerId, status, onDone }: { sellerId: string; status: SellerStatus; onDone: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useMutation(
    api.identity.decideOnSeller.mutationOptions({
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.identity.sellers.pathKey() }),
          queries.invalidateQueries({ queryKey: api.identity.sellerForReview.pathKey() }),
        ]),
    }),
  );
  const act = (decision: SellerDecision) => {
    const wanting = needsReason(decision) && reason.trim() === '';
    setMissing(wanting);
    if (wanting) return;
    const said = () => {
      toast.show({ message: text.done[decision] });
      onDone();
    };
    decide.mutate({ sellerId, decision, reason: needsReason(decision) ? reason : '' }, { onSuccess: said });
  };
  const possible = decisions[status];
  return (
    <div className="grid gap-4">
      {decide.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(decide.error, refused, failed)}
        </Notice>
      ) : null}
      {possible.some(needsReason) ? (
        <TextAreaField
          label={text.reason}
          name="reason"
          rows={3}
          maxLength={1000}
          value={reason}
          error={missing ? text.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {possible.map((decision) => (
          <Button
            key={decision}
            variant={needsReason(decision) ? 'danger' : 'primary'}
            disabled={decide.isPending}
            busy={decide.isPending && decide.variables?.decision === decision}
            onClick={() => act(decision)}
          >
            {text.decide[decision]}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface ReviewProps {
  summary: SellerSummary;
  shopUrl: string;
  onClose: () => void;
}

/** Everything an administrator decides by, and the decision. */
export function SellerReview({ summary, shopUrl, onClose }: ReviewProps) {
  const api = useApi();
  const { sellerId } = summary;
  const query = useQuery(api.identity.sellerForReview.queryOptions({ sellerId }));
  return (
    <Drawer open onClose={onClose} title={summary.name}>
      <Loaded query={query} skeleton={<Rows count={4} />}>
        {({ seller, members }) => (
          <div className="grid gap-6">
            <p className="flex flex-wrap items-center gap-3">
              <SellerStatusBadge status={seller.status} />
              <span className="text-sm text-ink-soft">
                {text.applied} {dayOf(seller.appliedAt)}
              </span>
            </p>
            {seller.statusReason ? <Notice tone="caution">{seller.statusReason}</Notice> : null}
            <Facts seller={seller} />
            <section>
              <h3 className="mb-2 font-semibold">{text.people}</h3>
              <ul className="grid gap-2 text-sm">
                {members.map((member) => (
                  <li key={member.userId} className="flex flex-wrap items-center gap-2">
                    <span className="font-semibold">{member.name}</span>
                    <span className="break-all text-ink-soft">{member.email}</span>
                    <Badge>{roles[member.role].label}</Badge>
                  </li>
                ))}
              </ul>
            </section>
            <p className="flex flex-wrap gap-4">
              <LinkButton as={Link} variant="link" href={`/admin/audit?seller=${sellerId}`}>
                {text.history}
              </LinkButton>
              {seller.status === 'approved' ? (
                <LinkButton variant="link" href={`${shopUrl}/s/${seller.slug}`}>
                  {text.shopPage}
                </LinkButton>
              ) : null}
            </p>
            <Decide sellerId={sellerId} status={seller.status} onDone={onClose} />
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
