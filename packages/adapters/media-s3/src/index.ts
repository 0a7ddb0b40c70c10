import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ObjectStorage } from '@mallhive/catalog/ports';

export interface S3StorageOptions {
  bucket: string;
  region: string;
  /** Before every key, without slashes at its ends; several shops may share a bucket. */
  prefix?: string | undefined;
  /** Of a server that speaks S3 but is not AWS; then buckets are paths, not host names. */
  endpoint?: string | undefined;
  /** Left out: what the AWS SDK finds in its environment (a role, a profile, variables). */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
}

const keyForm = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;
/** S3 takes this many keys in one request. */
const deletesAtOnce = 1_000;
const partBytes = 8 * 1024 * 1024;

/** A missing object is an answer; a missing bucket is a fault. */
const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket';

/** Objects in a private bucket. Streams of unknown length go as multipart uploads, which a broken stream abandons. */
export function createS3Storage(options: S3StorageOptions): ObjectStorage & { close(): void } {
  const { bucket, region, prefix, endpoint, credentials } = options;
  const client = new S3Client({
    region,
    maxAttempts: 4,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  const place = (key: string) => {
    if (!keyForm.test(key) || key.length > 300) throw new RangeError(`Not a storage key: ${key}`);
    return { Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key };
  };

  return {
    read: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)));
        return Body ? Buffer.from(await Body.transformToByteArray()) : Buffer.alloc(0);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    open: async (key, start = 0) => {
      const where = place(key);
      try {
        if (start > 0) {
          // A range that begins at the end is an error to S3, and nothing to a reader.
          const { ContentLength = 0 } = await client.send(new HeadObjectCommand(where));
          if (start >= ContentLength) return Readable.from([]);
        }
        const range = start > 0 ? { Range: `bytes=${start}-` } : {};
        const { Body } = await client.send(new GetObjectCommand({ ...where, ...range }));
        return Body as Readable;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (key, body) => {
      const where = place(key);
      if (Buffer.isBuffer(body)) {
        await client.send(new PutObjectCommand({ ...where, Body: body, ContentLength: body.length }));
        return;
      }
      const upload = new Upload({ client, params: { ...where, Body: body }, queueSize: 2, partSize: partBytes });
      await upload.done();
    },
    remove: async (keys) => {
      const objects = keys.map((key) => ({ Key: place(key).Key }));
      for (let start = 0; start < objects.length; start += deletesAtOnce) {
        const Objects = objects.slice(start, start + deletesAtOnce);
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        const [first] = Errors;
        if (first) throw new Error(`S3 did not delete ${Errors.length} objects: ${first.Code} ${first.Message}`);
      }
    },
    close: () => client.destroy(),
  };
}
