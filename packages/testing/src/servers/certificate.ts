import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const python = path.join(fileURLToPath(new URL('../../../..', import.meta.url)), '.mallhive/tools/moto/bin/python');
const script = `
import datetime, json, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, sys.argv[1])])
start = datetime.datetime.fromisoformat(sys.argv[2])
key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(x509.random_serial_number()).not_valid_before(start)
    .not_valid_after(start + datetime.timedelta(days=2)).sign(key, hashes.SHA256()))
print(json.dumps({
    'certificate': certificate.public_bytes(serialization.Encoding.PEM).decode(),
    'privateKey': key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode(),
}))
`;

/** A self-signed certificate and its key, made anew, valid for two days from `from`. Made by the library that moto brings. */
export function makeCertificate(name: string, from: Date): { certificate: string; privateKey: string } {
  return JSON.parse(execFileSync(python, ['-c', script, name, from.toISOString().slice(0, 19)], { encoding: 'utf8' }));
}
