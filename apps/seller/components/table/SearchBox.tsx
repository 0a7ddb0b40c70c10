import { TextField } from '@mallhive/ui';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  label: string;
  value: string;
  onSearch: (value: string) => void;
  className?: string;
}

const typingMs = 250;

/** Searches by itself a moment after the last key. */
export function SearchBox({ label, value, onSearch, className }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  });
  return (
    <search className={className}>
      <TextField
        label={label}
        hideLabel
        placeholder={label}
        type="search"
        name="q"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
  );
}
