import { icon } from "./icons.tsx";

/** Icons of the workshop: what makes, changes, orders and removes. */
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const PencilIcon = icon(<path d="M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3" />);
export const EyeIcon = icon(
  <path d="M3 12c2.5-4.5 5.5-6.5 9-6.5s6.5 2 9 6.5c-2.5 4.5-5.5 6.5-9 6.5S5.5 16.5 3 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z" />,
);
export const BinIcon = icon(<path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5" />);
export const PictureIcon = icon(
  <path d="M4 5h16v14H4zM4 16l4.5-5 4 4 3-2.5 4.5 4M15.5 8a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z" />,
);
export const TagIcon = icon(<path d="M4 4h8l8 8-8 8-8-8zM8.2 7a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z" />);
