import type { InputHTMLAttributes, ReactNode } from 'react';

export type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> & { label: ReactNode };

/** Something that is on or off from the moment it is touched; a `Checkbox` counts only when its form is sent. */
export function Switch({ label, className, disabled, ...rest }: SwitchProps) {
  return (
    <label className={className ? `mh-switch ${className}` : 'mh-switch'} data-disabled={disabled}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: the box itself says whether it is checked */}
      <input {...rest} type="checkbox" role="switch" disabled={disabled} />
      <span>{label}</span>
    </label>
  );
}
