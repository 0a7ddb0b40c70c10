/**
 * What somebody typed or chose before the page's scripts ran, by the fields' names: the fields hold it, their defaults are
 * what the server sent. To be read before anything is drawn anew, which would put the defaults back.
 */
export function earlyEntries(fields: Iterable<Element>): Map<string, string> {
  const entries = new Map<string, string>();
  for (const field of fields) {
    if (field instanceof HTMLSelectElement) {
      const sent = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
      if (sent && sent.value !== field.value) entries.set(field.name, field.value);
    } else if (field instanceof HTMLInputElement) {
      const entered =
        field.type === 'radio' ? field.checked && !field.defaultChecked : field.value !== field.defaultValue;
      if (entered) entries.set(field.name, field.value);
    }
  }
  return entries;
}
