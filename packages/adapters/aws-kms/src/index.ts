import { DecryptCommand, DescribeKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import type { MasterKey } from '@mallhive/identity/ports';

export interface AwsKmsOptions {
  /** Key id, ARN or alias of a symmetric key. */
  keyId: string;
  region?: string | undefined;
  /** Another address than AWS's own, for tests and private endpoints. */
  endpoint?: string | undefined;
}

/** Part of every call: KMS refuses to unwrap for anybody who does not say it too, and its log tells what the key was for. */
const encryptionContext = { application: 'mallhive', purpose: 'personal-data' };

/**
 * The master key in AWS KMS. It is called a few times per process and quarter of an hour, never per person. Credentials come
 * from the SDK's usual chain (role, environment, profile).
 */
export function createAwsKms({ keyId, region, endpoint }: AwsKmsOptions): MasterKey & { close(): void } {
  const client = new KMSClient({ ...(region && { region }), ...(endpoint && { endpoint }), maxAttempts: 4 });
  let current: Promise<string> | undefined;
  const currentKeyId = (): Promise<string> => {
    // An alias can be moved to another key: what is stored is the key's own name.
    const attempt =
      current ??
      client.send(new DescribeKeyCommand({ KeyId: keyId })).then(({ KeyMetadata }) => {
        if (!KeyMetadata?.Arn) throw new Error(`KMS does not describe the key ${keyId}`);
        return KeyMetadata.Arn;
      });
    current = attempt;
    attempt.catch(() => {
      current = undefined;
    });
    return attempt;
  };
  return {
    currentKeyId,
    wrap: async (key) => {
      const masterKeyId = await currentKeyId();
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId: masterKeyId, Plaintext: key, EncryptionContext: encryptionContext }),
      );
      if (!CiphertextBlob) throw new Error('KMS answered no ciphertext');
      return { masterKeyId, wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
    unwrap: async ({ masterKeyId, wrapped }) => {
      const { Plaintext } = await client.send(
        new DecryptCommand({
          KeyId: masterKeyId,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext: encryptionContext,
        }),
      );
      if (!Plaintext) throw new Error('KMS answered no plaintext');
      return Plaintext;
    },
    close: () => client.destroy(),
  };
}
