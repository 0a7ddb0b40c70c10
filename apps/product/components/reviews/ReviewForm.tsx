import { refusalOf, statusOf, useApi } from '@mallhive/api-client';
import {
  Button,
  LinkButton,
  localisedPath,
  Notice,
  Picture,
  Skeleton,
  TextAreaField,
  TextField,
  useI18n,
} from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import { type UploadedPicture, uploadPicture } from '../../logic/upload-picture.ts';
import { StarField } from './StarField.tsx';
import { useReviewTexts } from './texts.ts';
import type { MyReview } from './types.ts';

const mostPictures = 5;

/** The way to an own review: sign in, buy, write, change. */
export function ReviewForm({ productId }: { productId: string }) {
  const api = useApi();
  const texts = useReviewTexts();
  const { locale } = useI18n();
  const mine = useQuery(api.catalog.myReview.queryOptions({ productId }, { staleTime: 0, retry: false }));
  if (mine.isPending) return <Skeleton className="h-24" />;
  if (mine.isError) {
    if (statusOf(mine.error) !== 401) {
      return (
        <Notice
          tone="danger"
          role="alert"
          action={
            <Button size="small" variant="secondary" onClick={() => void mine.refetch()}>
              {texts.retry}
            </Button>
          }
        >
          {texts.failed}
        </Notice>
      );
    }
    const back = encodeURIComponent(`${window.location.pathname}#write-review`);
    return (
      <Notice
        action={
          <LinkButton size="small" href={`${localisedPath(locale, '/sign-in')}?callbackUrl=${back}`}>
            {texts.signIn}
          </LinkButton>
        }
      >
        {texts.signInToWrite}
      </Notice>
    );
  }
  if (mine.data.refusal) {
    return <Notice tone="info">{mine.data.refusal === 'hidden' ? texts.hidden : texts.notBought}</Notice>;
  }
  return <Form key={mine.data.review?.editedAt ?? 'new'} productId={productId} review={mine.data.review} />;
}

function Form({ productId, review }: { productId: string; review: MyReview['review'] }) {
  const api = useApi();
  const texts = useReviewTexts();
  const queries = useQueryClient();
  const [rating, setRating] = useState(review?.rating ?? 0);
  const [title, setTitle] = useState(review?.title ?? '');
  const [body, setBody] = useState(review?.body ?? '');
  const [images, setImages] = useState<(UploadedPicture & { alt: string })[]>(review?.images ?? []);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [pictureFailed, setPictureFailed] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.catalog.reviews.pathKey() }),
      queries.invalidateQueries({ queryKey: api.catalog.myReview.pathKey() }),
    ]);
  const save = useMutation(
    api.catalog.saveReview.mutationOptions({ onSuccess: () => setSaid(texts.thanks), onSettled: refresh }),
  );
  const remove = useMutation(
    api.catalog.deleteReview.mutationOptions({ onSuccess: () => setSaid(texts.removed), onSettled: refresh }),
  );
  async function addPicture(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.currentTarget.files ?? [])].slice(0, mostPictures - images.length);
    event.currentTarget.value = '';
    setPictureFailed(false);
    setBusy(true);
    for (const file of files) {
      const picture = await uploadPicture(file);
      if (picture) setImages((before) => [...before, { ...picture, alt: '' }]);
      else setPictureFailed(true);
    }
    setBusy(false);
  }
  const error = save.error ?? remove.error;
  const refusal = error ? refusalOf(error) : null;
  return (
    <form
      className="grid gap-5 rounded-panel border border-line bg-surface p-5 sm:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        setSaid(null);
        if (rating === 0) return;
        save.mutate({ productId, rating, title, body, images: images.map(({ url, alt }) => ({ url, alt })) });
      }}
    >
      <h3>{review ? texts.yours : texts.write}</h3>
      <StarField value={rating} onChange={setRating} error={tried && rating === 0 ? texts.ratingMissing : null} />
      <TextField
        label={texts.title}
        optional
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextAreaField
        label={texts.body}
        optional
        rows={5}
        maxLength={5000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        {images.map((image, index) => (
          <span key={image.url} className="relative">
            <Picture image={image} alt="" sizes="5rem" ratio={1} rounded className="w-20" />
            <button
              type="button"
              className="absolute -end-2 -top-2 grid size-7 place-items-center rounded-full border border-line bg-surface"
              aria-label={texts.removePicture.replace('{number}', String(index + 1))}
              onClick={() => setImages((before) => before.filter(({ url }) => url !== image.url))}
            >
              <span aria-hidden="true">×</span>
            </button>
          </span>
        ))}
        {images.length < mostPictures ? (
          <label
            className="mh-button cursor-pointer has-focus-visible:outline-2"
            data-variant="secondary"
            data-size="small"
          >
            {busy ? texts.uploading : texts.pictures}
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
              multiple
              className="sr-only"
              disabled={busy}
              onChange={(event) => void addPicture(event)}
            />
          </label>
        ) : null}
      </div>
      {pictureFailed ? (
        <Notice tone="danger" role="alert">
          {texts.pictureRefused}
        </Notice>
      ) : null}
      {error ? (
        <Notice tone="danger" role="alert">
          {refusal?.reason === 'review_hidden' ? texts.hidden : texts.failed}
        </Notice>
      ) : null}
      <div role="status">{said ? <Notice tone="positive">{said}</Notice> : null}</div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="accent" busy={save.isPending || busy}>
          {review ? texts.save : texts.publish}
        </Button>
        {review ? (
          <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate({ productId })}>
            {texts.remove}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
