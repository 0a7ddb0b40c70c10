export interface UploadedPicture {
  url: string;
  width: number;
  height: number;
}

/** Sends a picture for a review. Null when it is refused or the shop does not answer. */
export async function uploadPicture(file: File): Promise<UploadedPicture | null> {
  const type = file.type.startsWith('image/') ? file.type : 'application/octet-stream';
  const response = await fetch('/api/files/pictures', {
    method: 'PUT',
    headers: { 'content-type': type },
    body: file,
  }).catch(() => null);
  if (!response?.ok) return null;
  return ((await response.json()) as { image: UploadedPicture }).image;
}
