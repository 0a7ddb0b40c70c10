import { UploadRefused } from './upload.ts';

/** Sends a CSV file and says how far it is, in per cent. Answers the id of the import; throws UploadRefused. */
export function uploadImport(sellerId: string, file: File, onProgress: (percent: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ sellerId, name: file.name });
    request.open('PUT', `/api/files/imports?${query}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'text/csv');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onerror = () => reject(new UploadRefused('other'));
    request.onload = () => {
      const body = request.response as { importId?: string; error?: { reason?: string } } | null;
      if (request.status === 200 && body?.importId) resolve(body.importId);
      else reject(new UploadRefused(body?.error?.reason ?? 'other'));
    };
    request.send(file);
  });
}
