import { useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, SelectField, TextAreaField } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useReviewTexts } from './texts.ts';
import type { ReportReason } from './types.ts';

const reasons: readonly ReportReason[] = ['offensive', 'spam', 'off_topic', 'not_genuine', 'other'];

export function ReportDialog({ reviewId, onClose }: { reviewId: string; onClose: (done: boolean) => void }) {
  const api = useApi();
  const texts = useReviewTexts();
  const [reason, setReason] = useState<ReportReason>('offensive');
  const [note, setNote] = useState('');
  const report = useMutation(api.catalog.reportReview.mutationOptions({ onSuccess: () => onClose(true) }));
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={texts.reportTitle}
      footer={
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="quiet" onClick={() => onClose(false)}>
            {texts.cancel}
          </Button>
          <Button busy={report.isPending} onClick={() => report.mutate({ reviewId, reason, note: note.trim() })}>
            {texts.send}
          </Button>
        </div>
      }
    >
      <div className="grid gap-4">
        <p>{texts.reportText}</p>
        <SelectField
          label={texts.reason}
          value={reason}
          options={reasons.map((value) => ({ value, label: texts.reasons[value] }))}
          onChange={(event) => setReason(reasons.find((known) => known === event.currentTarget.value) ?? 'other')}
        />
        <TextAreaField
          label={texts.note}
          optional
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {report.isError ? (
          <Notice tone="danger" role="alert">
            {texts.failed}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
