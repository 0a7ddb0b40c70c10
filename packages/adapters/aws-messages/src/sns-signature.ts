import { createVerify, X509Certificate } from 'node:crypto';

/** What SNS posts, as far as its signature covers it. */
export interface SnsEnvelope {
  Type: string;
  MessageId: string;
  TopicArn: string;
  Message: string;
  Timestamp: string;
  SignatureVersion: string;
  Signature: string;
  SigningCertURL: string;
  Subject?: string | undefined;
  Token?: string | undefined;
  SubscribeURL?: string | undefined;
}

const signedFields: Record<string, readonly (keyof SnsEnvelope)[]> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};
const algorithms: Record<string, string> = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' };

/** Whether an address is SNS's own: whoever may name the certificate, or the address to confirm at, could be anybody. */
export function isSnsAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  const own = /^sns\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com(\.cn)?$/.test(hostname);
  return own && protocol === 'https:' && port === '' && username === '' && password === '';
}

/** The text that SNS signed: name and value of each field, a line each, in this order; fields that are missing are left out. */
export function signedText(envelope: SnsEnvelope): string | null {
  const fields = signedFields[envelope.Type];
  if (!fields) return null;
  return fields.flatMap((field) => (envelope[field] === undefined ? [] : [`${field}\n${envelope[field]}\n`])).join('');
}

/** `readCertificate` answers what is at an address, in PEM. Certificates are kept by address: SNS changes it with the certificate. */
export function createSnsVerifier(readCertificate: (url: string) => Promise<string>, now: () => Date) {
  const known = new Map<string, X509Certificate>();
  async function certificate(url: string): Promise<X509Certificate> {
    const kept = known.get(url);
    if (kept) return kept;
    const read = new X509Certificate(await readCertificate(url));
    // A few a year; more is somebody trying.
    if (known.size >= 16) known.clear();
    known.set(url, read);
    return read;
  }
  return async (envelope: SnsEnvelope): Promise<boolean> => {
    const text = signedText(envelope);
    const algorithm = algorithms[envelope.SignatureVersion];
    if (text === null || !algorithm) return false;
    if (!isSnsAddress(envelope.SigningCertURL) || !new URL(envelope.SigningCertURL).pathname.endsWith('.pem'))
      return false;
    const { publicKey, validFromDate, validToDate } = await certificate(envelope.SigningCertURL);
    if (now() < validFromDate || now() > validToDate) return false;
    return createVerify(algorithm).update(text, 'utf8').verify(publicKey, envelope.Signature, 'base64');
  };
}
