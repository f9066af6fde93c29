/** A picture in four to three, in the width that the screen needs. */
export function Picture({
  url,
  alt,
  of,
  sizes,
  eager = false,
  className,
}: {
  url: string;
  alt: string;
  /** The same picture in other widths. */
  of: readonly { width: number; url: string }[];
  sizes: string;
  eager?: boolean;
  className?: string | undefined;
}) {
  const set = of.map((one) => `${one.url} ${one.width}w`).join(", ");
  return (
    <img
      src={url}
      {...(set ? { srcSet: set, sizes } : {})}
      alt={alt}
      width={800}
      height={600}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : "auto"}
      decoding="async"
      className={className}
    />
  );
}

/** What a line is about, small: the picture beside its words. */
export const Thumbnail = ({ url, width }: { url: string; width: number }) => (
  <img
    src={url.replace(/\/(?:medium|large)$/, "/small")}
    alt=""
    width={width}
    height={(width * 3) / 4}
    loading="lazy"
    decoding="async"
  />
);
