// The page's two languages. A text lives in its capability's `en.ts` and `zh-Hant.ts`; keys are flat and typed.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { english, chinese } from "./texts";

/** The languages, as the server names them. */
export type Language = "en" | "zh-Hant";

const REMEMBERED = "tandem.language";

function remembered(): Language {
  const kept = localStorage.getItem(REMEMBERED) ?? navigator.language;
  return kept.toLowerCase().startsWith("zh") ? "zh-Hant" : "en";
}

/** Uses a language at once and on this device's sign-in page from now on. */
export async function speak(language: string): Promise<void> {
  const known: Language = language === "zh-Hant" ? "zh-Hant" : "en";
  localStorage.setItem(REMEMBERED, known);
  document.documentElement.lang = known;
  if (i18next.language !== known) await i18next.changeLanguage(known);
}

/** Prepares the texts; called once. */
export async function startLanguage(): Promise<void> {
  const language = remembered();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: english, "zh-Hant": chinese },
    defaultNS: "shared",
    keySeparator: false,
    interpolation: { escapeValue: false },
  });
}
