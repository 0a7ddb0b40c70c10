/** Hands a text or bytes to the browser as a download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The same with a file that came as base64. */
export function saveBase64({ name, type, base64 }: { name: string; type: string; base64: string }): void {
  saveFile(
    name,
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    type,
  );
}
