import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

export type IconProps = {
  className?: string;
  /** Says what the icon means; without it the icon is decoration. */
  label?: string;
};

/**
 * 24 × 24, drawn with 1.6 px strokes; every icon is its own export so that only the used ones are bundled.
 * @param flips points along the line, so it is mirrored where lines run from right to left.
 */
function icon(shape: ReactNode, flips = false) {
  return function Icon({ className, label }: IconProps) {
    return (
      <svg
        className={cx('mh-icon', flips && 'mh-icon-flips', className)}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        role={label ? 'img' : undefined}
        aria-label={label}
        aria-hidden={label ? undefined : true}
      >
        {shape}
      </svg>
    );
  };
}

export const SearchIcon = /* @__PURE__ */ icon(<path d="M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5" />);
export const BagIcon = /* @__PURE__ */ icon(
  <path d="M5.5 8h13l1 11.2a1.6 1.6 0 0 1-1.6 1.8H6.1a1.6 1.6 0 0 1-1.6-1.8L5.5 8ZM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5" />,
);
export const UserIcon = /* @__PURE__ */ icon(
  <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0" />,
);
export const BellIcon = /* @__PURE__ */ icon(
  <path d="M6.5 10a5.5 5.5 0 0 1 11 0c0 4.5 2 6 2 6h-15s2-1.5 2-6ZM10 19.5a2.2 2.2 0 0 0 4 0" />,
);
export const MenuIcon = /* @__PURE__ */ icon(<path d="M4 7h16M4 12h16M4 17h10" />);
export const CloseIcon = /* @__PURE__ */ icon(<path d="m6 6 12 12M18 6 6 18" />);
export const CheckIcon = /* @__PURE__ */ icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const ChevronDownIcon = /* @__PURE__ */ icon(<path d="m6 9.5 6 6 6-6" />);
export const ChevronLeftIcon = /* @__PURE__ */ icon(<path d="m14.5 6-6 6 6 6" />, true);
export const ChevronRightIcon = /* @__PURE__ */ icon(<path d="m9.5 6 6 6-6 6" />, true);
export const ArrowRightIcon = /* @__PURE__ */ icon(<path d="M4 12h16m-6-6 6 6-6 6" />, true);
export const ArrowLeftIcon = /* @__PURE__ */ icon(<path d="M20 12H4m6 6-6-6 6-6" />, true);
export const PlusIcon = /* @__PURE__ */ icon(<path d="M12 5v14M5 12h14" />);
export const MinusIcon = /* @__PURE__ */ icon(<path d="M5 12h14" />);
export const TrashIcon = /* @__PURE__ */ icon(
  <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12M10 11v5.5M14 11v5.5" />,
);
export const HeartIcon = /* @__PURE__ */ icon(
  <path d="M12 20S3.5 15 3.5 9.2A4.6 4.6 0 0 1 12 6.7a4.6 4.6 0 0 1 8.5 2.5C20.5 15 12 20 12 20Z" />,
);
export const FilterIcon = /* @__PURE__ */ icon(<path d="M4 7h9m5 0h2M4 17h3m5 0h8M15.5 4.7v4.6M9.5 14.7v4.6" />);
export const TruckIcon = /* @__PURE__ */ icon(
  <path d="M2.5 6h11v10.5h-11V6Zm11 4h4l3.5 3.5v3h-7.5V10ZM7 19a1.9 1.9 0 1 0 0-3.8A1.9 1.9 0 0 0 7 19Zm10 0a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8Z" />,
  true,
);
export const ReturnIcon = /* @__PURE__ */ icon(<path d="M8.5 5 4 9.5 8.5 14M4 9.5h10.5a5 5 0 0 1 0 10H9" />, true);
export const ShieldIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5 19 6v5.5c0 4.3-2.9 7.6-7 9-4.1-1.4-7-4.7-7-9V6l7-2.5ZM9 12l2.2 2.2L15.2 10" />,
);
export const LockIcon = /* @__PURE__ */ icon(<path d="M6 10.5h12V20H6v-9.5Zm2.5 0V8a3.5 3.5 0 0 1 7 0v2.5" />);
export const StoreIcon = /* @__PURE__ */ icon(
  <path d="M4 9.5 5.5 4h13L20 9.5a2.7 2.7 0 0 1-5.3.5 2.7 2.7 0 0 1-5.4 0 2.7 2.7 0 0 1-5.3-.5ZM5.5 12.5V20h13v-7.5M10 20v-4.5h4V20" />,
);
export const PackageIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5 20 8v8.5l-8 4.2-8-4.2V8l8-4.5ZM4 8l8 4.3L20 8M12 12.3v8.4M8 5.8l8 4.3" />,
);
export const CardIcon = /* @__PURE__ */ icon(<path d="M3 6h18v12.5H3V6Zm0 4.2h18M6.5 15h4" />);
export const MailIcon = /* @__PURE__ */ icon(<path d="M3.5 5.5h17v13h-17v-13Zm0 1.5 8.5 6 8.5-6" />);
export const PinIcon = /* @__PURE__ */ icon(
  <path d="M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21Zm0-14a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />,
);
export const InfoIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5M12 7.8v.1" />,
);
export const AlertIcon = /* @__PURE__ */ icon(<path d="M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.3v.1" />);
export const CheckCircleIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8 12.3l2.7 2.7L16 9.5" />,
);
export const ClockIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2" />,
);
export const SunIcon = /* @__PURE__ */ icon(
  <path d="M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-5v1.5m0 15V21M3 12h1.5m15 0H21M5.6 5.6l1.1 1.1m10.6 10.6 1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1" />,
);
export const MoonIcon = /* @__PURE__ */ icon(<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />);
export const SignOutIcon = /* @__PURE__ */ icon(<path d="M10 4.5H5v15h5M15.5 8l4 4-4 4M19.5 12H10" />, true);
export const EditIcon = /* @__PURE__ */ icon(
  <path d="M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5l-4.5 1ZM13.5 7l3.5 3.5" />,
);
export const ExternalIcon = /* @__PURE__ */ icon(<path d="M14 4.5h5.5V10M19.5 4.5 11 13M16.5 13.5v6h-12v-12h6" />);
export const ZoomIcon = /* @__PURE__ */ icon(
  <path d="M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5M11 8.2v5.6M8.2 11h5.6" />,
);
export const ImageIcon = /* @__PURE__ */ icon(
  <path d="M4 5h16v14H4V5Zm0 11 4.5-4.5L13 16l2.5-2.5L20 18M15.5 8.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6Z" />,
);
export const SparkIcon = /* @__PURE__ */ icon(
  <path d="M12 3.5 13.8 10l6.7 2-6.7 2L12 20.5 10.2 14l-6.7-2 6.7-2L12 3.5Z" />,
);
export const ChartIcon = /* @__PURE__ */ icon(<path d="M4 20h16M6.5 16v-5M12 16V6M17.5 16V9" />);
