// How the page looks: one accent, quiet greys, tabular figures. Colours that must differ between the schemes are variables here.
import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, type MantineColorsTuple, type VariantColorsResolver } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#eef1fd", "#dde3fa", "#bac6f4", "#95a8ee", "#7289e6", "#4f69d6", "#3a55c9", "#3148ad", "#293d92", "#1f2f72",
];
const gray: MantineColorsTuple = [
  "#f8f8fa", "#f1f2f5", "#e6e8ec", "#d7dae0", "#b9bec8", "#8d94a1", "#666e7c", "#4b5261", "#333947", "#1b2029",
];
const dark: MantineColorsTuple = [
  "#e6e8ec", "#b9bec8", "#98a0ae", "#767e8c", "#3d4350", "#2d323c", "#23272f", "#1a1d23", "#15171c", "#0f1115",
];

/** The letters of the page; charts measure with them. */
export const fonts =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "PingFang TC", "Noto Sans TC", "Noto Sans CJK TC", ' +
  '"Microsoft JhengHei", "Helvetica Neue", Arial, sans-serif';

/** Words on a light ground that can be read: what is said with a colour is said in the colours of the figures. */
const tones: Readonly<Record<string, string>> = {
  yellow: "var(--t-caution)", orange: "var(--t-caution)", teal: "var(--t-gain)", green: "var(--t-gain)", red: "var(--t-loss)",
};
const variantColorResolver: VariantColorsResolver = (given) => {
  const usual = defaultVariantColorsResolver(given);
  const tone = given.variant === "light" ? tones[given.color ?? ""] : undefined;
  return tone === undefined ? usual : { ...usual, color: tone, background: `color-mix(in srgb, ${tone} 5%, var(--t-surface))` };
};

/** The theme of all components. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  variantColorResolver,
  primaryShade: { light: 6, dark: 5 },
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Noto Sans Mono CJK TC", monospace',
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  headings: {
    fontFamily: fonts,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
});

/** The variables that differ between light and dark; style sheets use these and no colour of their own. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b2029",
    "--mantine-color-dimmed": "#5a6270",
    "--mantine-color-placeholder": "#666e7c",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-anchor": "#3148ad",
    "--t-canvas": "#fafafb",
    "--t-surface": "#ffffff",
    "--t-rail": "#f4f5f7",
    "--t-line": "#e4e6eb",
    "--t-hover": "#f1f2f5",
    "--t-selected": "#e8ecfb",
    "--t-selected-text": "#293d92",
    "--t-gain": "#1a7f52",
    "--t-loss": "#b8432f",
    "--t-caution": "#8a5a00",
    "--t-caution-surface": "#fff7e5",
    "--t-shadow": "0 1px 2px rgb(27 32 41 / 5%)",
  },
  dark: {
    "--mantine-color-body": "#15171c",
    "--mantine-color-text": "#e6e8ec",
    "--mantine-color-dimmed": "#a3abb9",
    "--mantine-color-placeholder": "#98a0ae",
    "--mantine-color-error": "#ff9a8f",
    "--mantine-color-anchor": "#a3b4f5",
    "--t-canvas": "#15171c",
    "--t-surface": "#1a1d23",
    "--t-rail": "#111318",
    "--t-line": "#2a2e37",
    "--t-hover": "#23272f",
    "--t-selected": "#252c49",
    "--t-selected-text": "#c9d3fb",
    "--t-gain": "#5ec795",
    "--t-loss": "#f0937f",
    "--t-caution": "#f0c36b",
    "--t-caution-surface": "#2b2517",
    "--t-shadow": "none",
  },
});

/** What charts draw with; read from here because SVG made by a library does not follow style sheets. */
export interface Palette {
  text: string;
  faint: string;
  line: string;
  surface: string;
  accent: string;
  accentFaint: string;
  gain: string;
  loss: string;
  neutral: string;
  /** Told apart also by people who see fewer colours; use in this order. */
  series: string[];
}

/** The colours of charts, for each scheme. */
export const palettes: Record<"light" | "dark", Palette> = {
  light: {
    text: "#1b2029", faint: "#5a6270", line: "#e4e6eb", surface: "#ffffff", accent: "#3a55c9", accentFaint: "#dde3fa",
    gain: "#2a9d6b", loss: "#d1604b", neutral: "#8d94a1",
    series: ["#3a55c9", "#d9822b", "#2a9d8f", "#8a5fbf", "#c44569", "#5b8def", "#8d94a1", "#a08a3c"],
  },
  dark: {
    text: "#e6e8ec", faint: "#a3abb9", line: "#2d323c", surface: "#1a1d23", accent: "#8ea3f2", accentFaint: "#2b345a",
    gain: "#4fb987", loss: "#e57f6b", neutral: "#767e8c",
    series: ["#7b93f0", "#e69a4c", "#46b8aa", "#a985d6", "#e07192", "#5f7fd0", "#8d94a1", "#bfa95a"],
  },
};
