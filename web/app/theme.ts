import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#e6f2f0",
  "#cfe4e1",
  "#a3cbc7",
  "#73b0ac",
  "#4c9894",
  "#2f8582",
  "#1c7571",
  "#10686a",
  "#0b5a5e",
  "#083f43",
];

export const theme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  headings: { fontFamily: "var(--font)", fontWeight: "680" },
  colors: { teal },
  primaryColor: "teal",
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Mantine's parts take their colours from our own tokens (ui/tokens.css), so that both themes are defined once. */
export const cssVariables: CSSVariablesResolver = () => {
  const own = {
    "--mantine-color-body": "var(--ground)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-soft)",
    "--mantine-color-placeholder": "var(--ink-soft)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-hover": "var(--sand)",
    "--mantine-color-default-border": "var(--line-strong)",
    "--mantine-color-error": "var(--bad-ink)",
    "--mantine-color-anchor": "var(--teal)",
  };
  return { variables: {}, light: own, dark: own };
};
