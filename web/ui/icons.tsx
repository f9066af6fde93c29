import type { ReactNode } from "react";
import classes from "./icons.module.css";

/** Our own line icons, drawn on a 24-unit grid; they only decorate, the text beside them carries the meaning. */
type IconProps = { size?: number };

export const ShieldIcon = icon(<path d="M12 3l7 3v5.5c0 4.4-3 7.7-7 9.5-4-1.8-7-5.1-7-9.5V6zM9 12l2.2 2.2L15.2 10" />);
export const LockIcon = icon(<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2" />);
export const ClockIcon = icon(<path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.3l2.8 1.7" />);
export const ParcelIcon = icon(<path d="M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8M8 6l8 4" />);
export const TruckIcon = icon(
  <path d="M3 7h10v9H3zM13 10h4l4 3.5V16h-8zM7 19a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 7 19zM17 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z" />,
  "directed",
);
export const HomeIcon = icon(<path d="M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20" />);
export const CheckIcon = icon(<path d="M5 12.5l4.5 4.5L19 7.5" />);
export const CheckCircleIcon = icon(<path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.5 12.3l2.5 2.5 4.7-5" />);
export const AlertIcon = icon(<path d="M12 4l9 16H3zM12 10v4.5M12 17.2v.2" />);
export const MessageIcon = icon(<path d="M4 5h16v11H11l-4.5 4v-4H4zM8 9h8M8 12h5" />);
export const HandshakeIcon = icon(
  <path d="M3 8l4-2 5 2 5-2 4 2v7l-2.5 1M3 8v7l3 1 4.5 3.5 2-1 2 .5 3-3-4.5-5-2.5 2-2-1.5L12 8" />,
);
export const CardIcon = icon(<path d="M3.5 6h17v12h-17zM3.5 10h17M7 14.5h4" />);
export const BankIcon = icon(<path d="M4 10l8-5.5L20 10zM6 10v7M10 10v7M14 10v7M18 10v7M4 20h16" />);
export const BellIcon = icon(<path d="M6.5 16V11a5.5 5.5 0 0 1 11 0v5l1.5 2H5zM10 20.5h4" />);
export const SunIcon = icon(
  <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4" />,
);
export const MoonIcon = icon(<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />);
export const LanguageIcon = icon(
  <path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16" />,
);
export const ArrowIcon = icon(<path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5" />, "directed");
export const ReturnIcon = icon(<path d="M9 6L4.5 10.5 9 15M4.5 10.5H14a5 5 0 0 1 0 10h-3" />, "directed");
export const DocumentIcon = icon(<path d="M6.5 3.5h7.5L18 7.5v13H6.5zM14 3.5V8h4M9 12h6M9 15.5h6" />);
export const PrintIcon = icon(<path d="M7 9V4h10v5M5 9h14v8h-2.5M7.5 17H5V9M7.5 14h9v6h-9z" />);
export const PersonIcon = icon(<path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-4 3.6-6 7.5-6s6.7 2 7.5 6" />);
export const CrossIcon = icon(<path d="M6 6l12 12M18 6L6 18" />);
export const PinIcon = icon(
  <path d="M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11zM12 8a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 12 8z" />,
);
export const ScalesIcon = icon(<path d="M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z" />);
export const SearchIcon = icon(<path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.2 15.2L20 20" />);
export const CartIcon = icon(
  <path d="M3.5 5h2.3l2 10.2h9.4L19 8H6.4M9 20a1.3 1.3 0 1 0 0-2.6A1.3 1.3 0 0 0 9 20zM16 20a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z" />,
  "directed",
);
export const FileIcon = icon(<path d="M6.5 3.5h7.5L18 7.5v13H6.5zM14 3.5V8h4M12 11v5.5M9.6 14.2l2.4 2.4 2.4-2.4" />);
export const DownloadIcon = icon(<path d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14" />);
export const BriefcaseIcon = icon(<path d="M4 8h16v11H4zM9 8V5h6v3M4 12.5h16M12 11.5v2" />);
export const CoinIcon = icon(
  <path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z" />,
);
export const GlobeOffIcon = icon(
  <path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16M4 4l16 16" />,
);
export const MoreIcon = icon(<path strokeWidth={3.4} d="M5.5 12h.01M12 12h.01M18.5 12h.01" />);
export const ListIcon = icon(<path d="M4 6.5l1.5 1.5L8.5 5M4 13l1.5 1.5 3-3M4 19.5h.01M12 7h8M12 13.5h8M12 19.5h8" />);
export const ChartIcon = icon(<path d="M4 20h16M7 16.5v-5M12 16.5V6M17 16.5v-8" />);

/** The mark: an eight-pointed star, two squares laid over each other, with the entrusted thing at rest in the middle. */
export function Mark({ size = 32 }: IconProps) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <g fill="var(--teal-fill, #0b5a5e)">
        <rect x="6" y="6" width="20" height="20" rx="2" />
        <rect x="6" y="6" width="20" height="20" rx="2" transform="rotate(45 16 16)" />
      </g>
      <circle cx="16" cy="16" r="6.2" fill="none" stroke="#f3dfb8" strokeWidth="1.6" />
      <circle cx="16" cy="16" r="2.8" fill="#f3dfb8" />
    </svg>
  );
}

export function icon(shape: ReactNode, kind?: "directed") {
  return function Icon({ size = 20 }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.7}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        className={kind === "directed" ? `${classes.icon} ${classes.directed}` : classes.icon}
      >
        {shape}
      </svg>
    );
  };
}
