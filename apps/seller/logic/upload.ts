export interface UploadedImage {
  url: string;
  width: number;
  height: number;
}

export class UploadRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`The picture was refused: ${reason}`);
    this.reason = reason;
  }
}

function reasonIn(body: unknown): string {
  const answer = body as { reason?: unknown; error?: { reason?: unknown } } | null;
  const reason = answer?.reason ?? answer?.error?.reason;
  return typeof reason === 'string' ? reason : 'other';
}

/** Sends one file and says how far it is, in per cent: `fetch` cannot. Throws UploadRefused. */
export function uploadPicture(
  sellerId: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadedImage> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/files/pictures?sellerId=${encodeURIComponent(sellerId)}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', file.type.startsWith('image/') ? file.type : 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onerror = () => reject(new UploadRefused('other'));
    request.onload = () => {
      const body: unknown = request.response;
      const image = (body as { image?: UploadedImage } | null)?.image;
      if (request.status === 200 && image) resolve(image);
      else reject(new UploadRefused(reasonIn(body)));
    };
    request.send(file);
  });
}
