import type { Address } from "../api/types.ts";

/** Where a parcel goes, line by line as on its label. */
export function PostalAddress({ to, className }: { to: Address; className: string | undefined }) {
  return (
    <address className={className}>
      <bdi>{to.name}</bdi>
      <bdi>{to.line1}</bdi>
      {to.line2 ? <bdi>{to.line2}</bdi> : null}
      <span>
        <bdi>{to.city}</bdi> <bdi dir="ltr">{to.postcode}</bdi>
      </span>
      <bdi dir="ltr">{to.phone}</bdi>
    </address>
  );
}
