import { useApi } from '@mallhive/api-client';
import { formatMoney, SelectField, TextField } from '@mallhive/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { parsePrice } from '../../../logic/prices.ts';
import { shareText } from '../../../logic/share.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import { Panel } from '../../PageHead.tsx';
import { type CategoryChoice, useCategories } from '../../product/use-categories.ts';
import { SellerField } from './SellerField.tsx';

const text = payoutMessages.commission;

/** The category itself first, then those above it. */
function upwards(categories: readonly CategoryChoice[], id: string): string[] {
  const label = categories.find((category) => category.id === id)?.label;
  if (label === undefined) return [];
  return categories
    .filter((category) => category.label === label || label.startsWith(`${category.label} › `))
    .sort((a, b) => b.label.length - a.label.length)
    .map((category) => category.id);
}

/** What a sale would give by the rules of now. */
export function Preview() {
  const api = useApi();
  const categories = useCategories();
  const [sellerId, setSellerId] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const [price, setPrice] = useState('100.00');
  const net = parsePrice(price);
  const categoryIds = upwards(categories, categoryId);
  const preview = useQuery(
    api.payments.commissionPreview.queryOptions(
      { sellerId, categoryIds, net: net ?? 0 },
      { enabled: sellerId !== '' && net !== null, placeholderData: keepPreviousData },
    ),
  );
  const answer = sellerId !== '' && net !== null ? preview.data : undefined;
  const say = (amount: number) => formatMoney({ amount, currency: 'GBP' });
  return (
    <Panel title={text.preview} lead={text.previewText}>
      <div className="grid gap-4">
        <SellerField label={text.seller} none={text.chooseSeller} value={sellerId} onChange={setSellerId} />
        <SelectField
          label={text.category}
          value={categoryId}
          options={[
            { value: '', label: text.everyCategory },
            ...categories.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(event) => setCategoryId(event.currentTarget.value)}
        />
        <TextField
          label={text.price}
          name="price"
          inputMode="decimal"
          autoComplete="off"
          value={price}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
        <p role="status" className="min-h-6 font-semibold">
          {answer
            ? text.result(say(answer.amount), shareText(answer.basisPoints), say((net ?? 0) - answer.amount))
            : null}
        </p>
      </div>
    </Panel>
  );
}
